import FilePdfOutlined from "@ant-design/icons/FilePdfOutlined";
import FileUnknownOutlined from "@ant-design/icons/FileUnknownOutlined";
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import { evidenceAddress, api } from "../api/routes";
import type { TimelineItem } from "../api/types";
import { useSession } from "../session/session";
import { numberOf, partOf, textOf, type Data } from "../wording/fields";
import { useWords } from "../wording/useWords";

type Content = TimelineItem["contents"][number];

/** Photographs and scans that came with an event; one opens large. Whoever opens it is noted. */
export function EvidenceStrip({ contents }: { contents: readonly Content[] }) {
  const { t } = useWords();
  const [opened, open] = useState<string | undefined>(undefined);
  const pictures = contents.filter(({ body }) => body !== null && textOf(body, "kind") !== "pdf");
  const shown = contents.find(({ id }) => id === opened);
  return (
    <>
      <ul className="evidence-strip" aria-label={t("evidence.label")}>
        {contents.map((content) => (
          <li key={content.id}>
            <Piece content={content} number={1 + pictures.indexOf(content)} onOpen={() => open(content.id)} />
          </li>
        ))}
      </ul>
      <Modal
        open={shown !== undefined}
        onCancel={() => open(undefined)}
        footer={null}
        width="min(1000px, 96vw)"
        centered
        destroyOnHidden
        title={t("evidence.largeTitle")}
      >
        {shown === undefined ? null : <Large content={shown} />}
      </Modal>
    </>
  );
}

function Piece({ content, number, onOpen }: { content: Content; number: number; onOpen: () => void }) {
  const { t } = useWords();
  const [isMissing, setMissing] = useState(false);
  const { id, body, erased } = content;
  if (erased || body === null || isMissing)
    return (
      <span className="evidence-document quiet">
        <FileUnknownOutlined aria-hidden />
        {t(erased ? "pairing.erased" : "pairing.notVisible")}
      </span>
    );
  if (textOf(body, "kind") === "pdf")
    return (
      <a className="evidence-document" href={evidenceAddress(id)} download>
        <FilePdfOutlined aria-hidden />
        {t("evidence.document", { kilobytes: Math.max(1, Math.round(numberOf(body, "bytes") / 1024)) })}
      </a>
    );
  return (
    <button type="button" className="evidence-thumbnail" onClick={onOpen}>
      <img
        src={evidenceAddress(id)}
        alt={t("evidence.photographNumber", { number })}
        loading="lazy"
        onError={() => setMissing(true)}
      />
    </button>
  );
}

function Large({ content: { id, body } }: { content: Content }) {
  const words = useWords();
  const { t } = words;
  const { role } = useSession();
  const told = body === null ? [] : toldByCamera(body, words);
  return (
    <figure className="evidence-large">
      <img src={evidenceAddress(id)} alt={t("evidence.largeTitle")} />
      <figcaption>
        <p>{told.length === 0 ? t("evidence.cameraSaysNothing") : told.join(" · ")}</p>
        {role === "auditor" || role === "administrator" ? <Looks evidenceId={id} /> : null}
      </figcaption>
    </figure>
  );
}

function toldByCamera(body: Data, { t, instant }: ReturnType<typeof useWords>): string[] {
  const takenAt = textOf(body, "takenAt");
  const place = partOf(body, "place");
  return [
    ...(takenAt === "" ? [] : [t("evidence.takenAt", { at: instant(takenAt) })]),
    ...(place === null
      ? []
      : [t("evidence.place", { at: `${numberOf(place, "latitude")}, ${numberOf(place, "longitude")}` })]),
  ];
}

const LOOKS_SHOWN = 10;

/** For whoever audits: who has looked at it. */
function Looks({ evidenceId }: { evidenceId: string }) {
  const { t, instant } = useWords();
  const looks = useQuery({
    queryKey: ["evidence-looks", evidenceId],
    queryFn: () => api.evidenceLooks({ evidence: evidenceId, limit: LOOKS_SHOWN }),
  });
  if (looks.data === undefined) return null;
  return (
    <details className="evidence-looks">
      <summary>{t("evidence.looks")}</summary>
      <ol>
        {looks.data.items.map(({ id, accountName, lookedAt }) => (
          <li key={id}>
            {accountName} · <time dateTime={lookedAt}>{instant(lookedAt)}</time>
          </li>
        ))}
      </ol>
    </details>
  );
}
