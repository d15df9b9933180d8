// What the browser lets the page do: load its own files, compile WebAssembly, and nothing else. No request leaves its server.

/** The nonce of the styles that the editor adds; nothing else on the page adds any. */
const nonce = "ftnotes-editor";

const directives = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": `'self' 'nonce-${nonce}'`,
  "img-src": "'self'",
  "connect-src": "'self'",
  // The worker starts from a blob, since only then the policy of the page holds in it as well.
  "worker-src": "'self' blob:",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const text = Object.entries(directives).map(([name, sources]) => `${name} ${sources}`).join("; ");

export const policy = { nonce, text };
