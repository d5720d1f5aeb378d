export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  /** JSON, or what should have been some, where nothing else is said. */
  readonly body?: string
  /** Of the body. */
  readonly contentType?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** What came back; that nothing did is an answer too, not an error. */
export type Reply =
  | {
      readonly is: 'answer'
      readonly status: number
      /** The media type without its parameters, lower case; empty where there is none. */
      readonly contentType: string
      readonly text: string
    }
  | {
      readonly is: 'nothing'
      /** `redirected`: to another host, which was not asked. `cut`: the connection ended within the answer. */
      readonly why: 'timed-out' | 'too-large' | 'redirected' | 'unreachable' | 'cut'
      readonly detail: string
    }

/** A Prometheus server, and a Pushgateway, which it asks for what ended before it could be asked. */
export interface Prometheus {
  /**
   * Asks one address, with the token that the door was given for it. What sends it to another host is not followed.
   *
   * @throws {ModelyardError} `bad-input` where the address is none of http or https, or a token would go over the network as
   *   plain text; `interrupted`.
   */
  ask(
    url: string,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<Reply>
  /**
   * Puts a group of metrics in the place of what a Pushgateway holds at an address, with the token of its own.
   *
   * @param text - In Prometheus' text format.
   * @throws {ModelyardError} As `ask`.
   */
  push(
    url: string,
    text: string,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<Reply>
}

/** A model behind HTTP. */
export interface Endpoint {
  /**
   * Sends one request.
   *
   * @throws {ModelyardError} `bad-input` where the address is none of http or https; `interrupted`.
   */
  call(call: Call): Promise<Reply>
  /**
   * Asks again and again until an address answers with a status below 400.
   *
   * @param abandon - Settles when there is no more use in waiting.
   * @returns Whether it answered in time.
   */
  waitFor(
    url: string,
    timeoutMs: number,
    abandon: Promise<unknown>,
    signal?: AbortSignal | undefined,
  ): Promise<boolean>
}
