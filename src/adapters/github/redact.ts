/** The forms of GitHub's tokens, whoever's they are. */
const TOKENS = /\b(?:gh[a-z]_[A-Za-z0-9_]{10,}|github_pat_[A-Za-z0-9_]{10,}|v1\.[0-9a-f]{40})\b/g

/** Text without credentials: the token of this run, and whatever else looks like one. */
export function redact(text: string, token: string): string {
  const known =
    token.length < 4 ? text : text.replaceAll(token, '***').replaceAll(encodeURIComponent(token), '***')
  return known.replace(TOKENS, '***').replace(/\b(bearer|token|basic) [\w.~+/=-]{8,}/gi, '$1 ***')
}
