import type { ReactNode } from "react";
import type { Pairing, TimelineItem } from "../api/types";

export interface PartProps {
  pairing: Pairing;
  /** Every event, in the order of the log. */
  story: readonly TimelineItem[];
  /** The public will read it: no address, telephone, birthday, resident id or illness, and nobody's own words. */
  isPublic: boolean;
}

/** One numbered part of the dossier. */
export function DossierPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="dossier-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
