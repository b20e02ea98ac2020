import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { ROOT } from "./root";

const READY_WITHIN_MS = 30_000;

/** A process of the product, as it runs in service. */
export class ProductProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: string[],
    /** Where it answers. */
    readonly url: string,
  ) {}

  /** @param readyUrl answers 200 when the process is ready */
  static async start(
    program: "api" | "worker",
    env: NodeJS.ProcessEnv,
    readyUrl: string,
  ): Promise<ProductProcess> {
    const child = spawn(process.execPath, [path.join(ROOT, "apps", program, "dist", "main.js")], {
      env: { PATH: process.env["PATH"], LOG_LEVEL: process.env["LOG_LEVEL"] ?? "info", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
    const started = new ProductProcess(child, output, new URL(readyUrl).origin);
    await started.ready(program, readyUrl);
    return started;
  }

  /** Everything that it has logged. */
  get log(): string {
    return this.output.join("");
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, "exit");
    this.child.kill(signal);
    await ended;
  }

  private async ready(program: string, url: string): Promise<void> {
    for (const until = Date.now() + READY_WITHIN_MS; ;) {
      if (this.child.exitCode !== null) throw new Error(`the ${program} ended at once:\n${this.log}`);
      const answer = await fetch(url).catch(() => undefined);
      if (answer?.ok === true) return;
      if (Date.now() > until)
        throw new Error(`the ${program} is not ready after ${READY_WITHIN_MS / 1000} s:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A bridge to people's own messengers that keeps what it is told, or takes nothing for a while. */
export class Bridge {
  readonly delivered: { accountId: string; day: string; text: string }[] = [];
  isAway = false;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        if (!this.isAway)
          this.delivered.push(
            JSON.parse(Buffer.concat(chunks).toString()) as (typeof this.delivered)[number],
          );
        response.writeHead(this.isAway ? 503 : 204).end();
      });
    });
  }

  async listen(): Promise<string> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/digests`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** A group chat's robot that keeps what it is told. */
export class ChatRobot {
  readonly heard: string[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { text } = JSON.parse(Buffer.concat(chunks).toString()) as { text: { content: string } };
        this.heard.push(text.content);
        response.setHeader("content-type", "application/json").end(JSON.stringify({ errcode: 0 }));
      });
    });
  }

  async listen(): Promise<string> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/robot`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
