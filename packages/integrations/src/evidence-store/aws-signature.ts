import { createHash, createHmac } from "node:crypto";

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

interface Unsigned {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly url: URL;
  /** Without `host`, which the signature takes from the address. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * The headers of a request to an S3-compatible store, with its signature, version 4
 * (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html). For addresses without a query.
 */
export function signed(
  { method, url, headers = {}, body = new Uint8Array(0) }: Unsigned,
  { accessKeyId, secretAccessKey, region }: S3Credentials,
  at: Date,
): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const own = { ...headers, "x-amz-content-sha256": hexOf(body), "x-amz-date": time };
  const toSign = Object.entries({ ...own, host: url.host })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const names = toSign.map(([name]) => name).join(";");
  const request = [
    method,
    url.pathname,
    "",
    ...toSign.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    own["x-amz-content-sha256"],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer>(
    (made, part) => hmac(made, part),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  const signature = hmac(key, [ALGORITHM, time, scope, hexOf(request)].join("\n")).toString("hex");
  return {
    ...own,
    authorization: `${ALGORITHM} Credential=${accessKeyId}/${scope},SignedHeaders=${names},Signature=${signature}`,
  };
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function hexOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
