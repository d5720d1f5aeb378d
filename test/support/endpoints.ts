import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Answering, listen, rowsAnswers, v2Answers, type Wrongness } from './churn-server.ts'
import { fixture } from './fixture-models.ts'

export type { Wrongness }

const model = () => fixture('models/telco-churn/v3/model.onnx')

/** An HTTP server on this machine that is closed when the test ends; its address. */
export async function startServer(answer: Answering): Promise<string> {
  const server = await listen(answer)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server of `telco-churn/v3` that speaks `rows`, right but for what is said. */
export async function startRowsServer(wrongness: Wrongness = {}): Promise<string> {
  return startServer(await rowsAnswers(model(), wrongness))
}

/** A server of `telco-churn/v3` that speaks the Open Inference Protocol; at any other path it has nothing. */
export async function startV2Server(name: string): Promise<string> {
  return startServer(await v2Answers(model(), name))
}
