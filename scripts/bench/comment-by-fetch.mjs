import { readFileSync } from 'node:fs'

// The floor of the report: the same two calls, by hand. node comment-by-fetch.mjs FILE NUMBER
const [file, number] = process.argv.slice(2)
const {
  GITHUB_API_URL: api,
  GITHUB_GRAPHQL_URL: graphql,
  GITHUB_REPOSITORY: place,
  INPUT_TOKEN: token,
} = process.env
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
const [owner, name] = place.split('/')
const answer = JSON.parse(readFileSync(file, 'utf8'))
const marker = '<!-- modelyard:'
const query = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    place: pullRequest(number: $number) {
      oldest: comments(first: 100) { nodes { fullDatabaseId viewerDidAuthor body } }
    }
  }
}`
const variables = { owner, name, number: Number(number) }
const found = await fetch(graphql, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
const { data } = await found.json()
const own = data.repository.place.oldest.nodes.find(
  comment => comment.viewerDidAuthor && comment.body.startsWith(marker),
)
const body = `${marker} -->\n## ${answer.kind}: ${answer.outcome}\n`
const written = await fetch(`${api}/repos/${place}/issues/comments/${own.fullDatabaseId}`, {
  method: 'PATCH',
  headers,
  body: JSON.stringify({ body }),
})
if (!written.ok) process.exitCode = 1
