import { TAKES_OFF_NOTICE } from "@jiedui/domain";

const TYPES = TAKES_OFF_NOTICE.map((type) => `'${type}'`).join(", ");

/** The log of a listed case `c` says that it no longer hangs on that notice; the document has not asked it since. */
export const WAS_TAKEN_OFF = `exists (select 1 from case_event hung join case_event off on off.case_id = hung.case_id and off.seq > hung.seq and off.type in (${TYPES})
  where hung.case_id = c.case_id and hung.type = 'NoticeHung' and hung.data ->> 'noticeId' = c.notice_id::text)`;
