import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A wire to PostgreSQL that can be cut, which also refuses new connections, and made slow. */
export class SlowWire {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private cutOff = false;
  private delayMs = 0;

  constructor(private readonly target: { host: string; port: number }) {
    this.server = createServer((near) => {
      if (this.cutOff) {
        near.destroy();
        return;
      }
      const far = connect(this.target);
      this.carry(near, far);
      this.carry(far, near);
    });
  }

  /** @returns the same address by way of this wire */
  static async before(url: string): Promise<{ wire: SlowWire; url: string }> {
    const through = new URL(url);
    const wire = new SlowWire({ host: through.hostname, port: Number(through.port) });
    wire.server.listen(0, "127.0.0.1");
    await once(wire.server, "listening");
    through.host = `127.0.0.1:${(wire.server.address() as AddressInfo).port}`;
    return { wire, url: through.toString() };
  }

  cut(): void {
    this.cutOff = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.cutOff = false;
    this.delayMs = 0;
  }

  /** Every piece of data arrives so much later, in either direction. */
  slowDown(delayMs: number): void {
    this.delayMs = delayMs;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private carry(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on("data", (piece) => setTimeout(() => to.writable && to.write(piece), this.delayMs));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      this.sockets.delete(from);
      setTimeout(() => to.destroy(), this.delayMs);
    });
  }
}
