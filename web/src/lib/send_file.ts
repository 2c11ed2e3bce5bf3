import { asProblem, toProblem } from "./problem.ts";
import { currentToken } from "./session.ts";

/** Sends a file by PUT, and tells how much of it is on its way: what fetch does not. */
export async function sendFile<T>(path: string, file: Blob, onProgress: (part: number) => void): Promise<T> {
  const token = await currentToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.responseType = "json";
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(asProblem(undefined));
    request.onload = () => {
      const { status, response } = request;
      if (status < 300) resolve(response as T);
      else reject(toProblem(new Response(null, { status }), response));
    };
    request.send(file);
  });
}
