import { createServer } from "node:net";
import { findFreePorts, isPortFree, requireFreePort } from "./ports";
import { temporalPorts } from "./temporal/temporal-config";

describe("a port", () => {
  it("that is taken is named together with the variable that changes it", async () => {
    const port = await findFreePorts(1);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    expect(await isPortFree(port)).toBe(false);
    await expect(requireFreePort(port, "PostgreSQL", "JIEDUI_POSTGRES_PORT")).rejects.toThrow(
      `Port ${port} (PostgreSQL) is taken by another program: stop that program, or choose another port with JIEDUI_POSTGRES_PORT.`,
    );
    await new Promise((resolve) => other.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });

  it("of the engine is used once, and lies below those that the kernel hands out", () => {
    const { membership, ...services } = temporalPorts(7233);
    const all = [...Object.values(services), ...Object.values(membership)];
    expect(new Set(all).size).toBe(9);
    expect(Math.max(...all)).toBeLessThan(32_768);
  });
});
