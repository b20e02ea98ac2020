/** Reads numbers out of a file's bytes; what lies beyond the end reads as NaN, so that broken files end no program. */
export class Bytes {
  private readonly view: DataView;

  constructor(
    readonly all: Uint8Array,
    private readonly isLittleEndian = false,
  ) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.has(at, 1) ? this.view.getUint8(at) : Number.NaN;
  }

  u16(at: number): number {
    return this.has(at, 2) ? this.view.getUint16(at, this.isLittleEndian) : Number.NaN;
  }

  u24(at: number): number {
    return this.u8(at) + this.u8(at + 1) * 0x100 + this.u8(at + 2) * 0x10000;
  }

  u32(at: number): number {
    return this.has(at, 4) ? this.view.getUint32(at, this.isLittleEndian) : Number.NaN;
  }

  /** Characters of one byte each. */
  text(at: number, length: number): string {
    return String.fromCharCode(...this.all.subarray(at, at + Math.min(length, 256)));
  }

  has(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.all.length;
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
