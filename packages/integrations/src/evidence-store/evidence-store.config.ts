import path from "node:path";
import { z } from "zod";
import type { EvidenceStore } from "./evidence-store";
import { FolderEvidenceStore } from "./folder.evidence-store";
import { S3EvidenceStore } from "./s3.evidence-store";

const text = z.string().min(1).optional();
/** How every process of ours is told where evidence lies. */
export const evidenceEnvironment = {
  JIEDUI_EVIDENCE_DIR: text,
  JIEDUI_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  JIEDUI_S3_BUCKET: text,
  JIEDUI_S3_REGION: z.string().min(1).default("us-east-1"),
  JIEDUI_S3_ACCESS_KEY_ID: text,
  JIEDUI_S3_SECRET_ACCESS_KEY: text,
};
type Read = z.infer<z.ZodObject<typeof evidenceEnvironment>>;

/**
 * A bucket where one is named, else a folder; each world has its own part of either.
 * @throws Error when neither is named, or the bucket only by half
 */
export function evidenceStoreOf(read: Read, world: "live" | "rehearsal"): EvidenceStore {
  const { JIEDUI_S3_ENDPOINT: endpoint, JIEDUI_S3_BUCKET: bucket } = read;
  const { JIEDUI_S3_ACCESS_KEY_ID: accessKeyId, JIEDUI_S3_SECRET_ACCESS_KEY: secretAccessKey } = read;
  if (endpoint !== undefined) {
    if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
      throw new Error(
        "The configuration is not usable:\n  JIEDUI_S3_ENDPOINT needs JIEDUI_S3_BUCKET, JIEDUI_S3_ACCESS_KEY_ID and JIEDUI_S3_SECRET_ACCESS_KEY",
      );
    const credentials = { accessKeyId, secretAccessKey, region: read.JIEDUI_S3_REGION };
    return new S3EvidenceStore({ endpoint, bucket, prefix: world, ...credentials });
  }
  if (read.JIEDUI_EVIDENCE_DIR === undefined)
    throw new Error("The configuration is not usable:\n  JIEDUI_EVIDENCE_DIR: is missing");
  return new FolderEvidenceStore(path.resolve(read.JIEDUI_EVIDENCE_DIR, world));
}
