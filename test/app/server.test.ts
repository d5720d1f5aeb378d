import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../app/server.ts'

/** Never reached where a test would wait for it. */
const LONG_MS = 60_000

async function served(patience: Partial<{ headersMs: number; requestMs: number }>) {
  let answers = 0
  const server = await startServer(
    { host: '127.0.0.1', port: 0 },
    {
      isWell: () => true,
      answer: async (_request, response) => {
        answers += 1
        response.end('taken')
        return true
      },
    },
    { headersMs: LONG_MS, requestMs: LONG_MS, looksMs: 20, ...patience },
  )
  onTestFinished(() => server.close())
  /** Sends so much, waits, and is told what was answered until the server hung up. */
  const sent = async (text: string) => {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    let answered = ''
    socket.on('data', chunk => {
      answered += String(chunk)
    })
    socket.write(text)
    await once(socket, 'close')
    return answered.split('\r\n', 1)[0]
  }
  return { sent, answers: () => answers }
}

const HEAD = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n'

test('who does not come to the end of the headers is hung up on', async () => {
  const { sent, answers } = await served({ headersMs: 50 })
  expect(await sent(HEAD)).toBe('HTTP/1.1 408 Request Timeout')
  expect(answers()).toBe(0)
})

test('who does not come to the end of the body is hung up on, and nobody looks at what came', async () => {
  const { sent, answers } = await served({ headersMs: 50, requestMs: 100 })
  expect(await sent(`${HEAD}\r\n{"a"`)).toBe('HTTP/1.1 408 Request Timeout')
  expect(answers()).toBe(0)
})

test('who comes to it is answered', async () => {
  const { sent, answers } = await served({})
  expect(await sent(`${HEAD}Connection: close\r\n\r\n{"a": 123}`)).toBe('HTTP/1.1 200 OK')
  expect(answers()).toBe(1)
})
