/** Told the share that has gone out, 0–1. */
export type Progress = (share: number) => void;

/** Like fetch, which cannot say how far an upload has come. Rejects where it was cut off, by the network or by `signal`. */
export function postWithProgress(
  address: URL, body: Blob, headers: Record<string, string>, progress: Progress, signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cut = () => reject(new TypeError('The upload was cut off.'));
    request.open('POST', address);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(responseOf(request));
    request.onerror = cut;
    request.onabort = cut;
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const wait = request.getResponseHeader('Retry-After');
  return new Response(request.responseText || null, { status: request.status, headers: wait ? { 'Retry-After': wait } : {} });
}
