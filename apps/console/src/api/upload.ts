import { csrfHeader } from "./client";
import { noteConnection } from "./connection";
import { API_AWAY, ApiProblem, problemOf } from "./problem";

/** Sends a file's bytes and tells how much of it has gone; `fetch` cannot tell. */
export function upload<Body>(
  path: string,
  file: Blob,
  onProgress: (share: number) => void,
  headers: Readonly<Record<string, string>> = {},
): Promise<Body> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}`);
    for (const [name, value] of Object.entries({ ...csrfHeader(), ...headers }))
      request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", file.type === "" ? "application/octet-stream" : file.type);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => {
      noteConnection(navigator.onLine ? "away" : "offline");
      reject(new ApiProblem(0, API_AWAY));
    };
    request.onload = () => {
      noteConnection("there");
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Body);
      else problemOf(answerOf(request)).then(reject, reject);
    };
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader("Content-Type") ?? "";
  return new Response(request.responseText, { status: request.status, headers: { "Content-Type": type } });
}
