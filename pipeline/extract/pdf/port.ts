// What goes between the two halves of pdf.js, one that reads and one that asks, where both are in one thread. pdf.js would copy every message,
// each letter of each page among them; here they are handed over. On their way, errors are seen that it would pass over.

type Listener = (event: { readonly data: Message }) => void;

/** As far as it is looked at. */
interface Message {
  readonly action?: string;
  readonly data?: object;
  readonly stream?: number;
  readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] };
  readonly reason?: unknown;
}

/**
 * Images are skipped before they are decoded: in reports they are most of the work, and a small file can hold one of many gigabytes.
 * pdf.js skips those over a size, but calls that an error when errors are to be told. It asks for the size and, right after it, whether
 * errors are to be passed over: for images they are. A test with an image on a good page and one with a damaged page watch over this.
 */
const withoutImages = (options: object): object => {
  let image = false;
  const maxImageSize = (): number => {
    image = true;
    return 0;
  };
  const ignoreErrors = (): boolean => {
    const passOver = image;
    image = false;
    return passOver;
  };
  return Object.defineProperties(
    { ...options },
    { maxImageSize: { enumerable: true, get: maxImageSize }, ignoreErrors: { enumerable: true, get: ignoreErrors } },
  );
};

const prepared = (message: Message): Message => {
  const { action, data, chunk } = message;
  if (action === 'GetDocRequest' && data !== undefined && 'evaluatorOptions' in data)
    return { ...message, data: { ...data, evaluatorOptions: withoutImages(data.evaluatorOptions as object) } };
  // The reading half fills these two again as soon as they are sent.
  if (chunk?.fnArray && chunk.argsArray)
    return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
  return message;
};

/** Both halves listen to it, and each takes what bears its name. As far as pdf.js needs one; for one document. */
export class Port {
  readonly #listeners = new Set<Listener>();
  /** Of the first stream of operators that broke off: pdf.js hands out those before it as if they were all. */
  failure: { readonly error: unknown } | null = null;

  postMessage(message: Message): void {
    if (message.stream !== undefined && message.reason !== undefined) this.failure ??= { error: message.reason };
    const event = { data: prepared(message) };
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) listener(event);
    });
  }

  addEventListener(_: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}
