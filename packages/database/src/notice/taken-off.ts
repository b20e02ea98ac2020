import { TAKES_OFF_NOTICE } from "@jiedui/domain";

/** In SQL: after an event of one of these a household hangs on no notice. */
export const TAKES_OFF = TAKES_OFF_NOTICE.map((type) => `'${type}'`).join(", ");

/** The log of a listed case `c` says that it no longer hangs on that notice; the document has not asked it since. */
const WAS_TAKEN_OFF = `exists (select 1 from case_event hung join case_event off on off.case_id = hung.case_id and off.seq > hung.seq and off.type in (${TAKES_OFF})
  where hung.case_id = c.case_id and hung.type = 'NoticeHung' and hung.data ->> 'noticeId' = c.notice_id::text)`;

/** Its household lives outside of that notice's place by now. */
const LIVES_ELSEWHERE = `exists (select 1 from notice n join case_file f on f.case_id = c.case_id
  where n.id = c.notice_id and not starts_with(f.area_code, case when n.area_code like '%000' then left(n.area_code, 9) else n.area_code end))`;

/** A listed case `c` is on that notice no longer, though the document has not been told. */
export const HAS_LEFT_NOTICE = `(c.state = 'hanging' and ${WAS_TAKEN_OFF} or c.state in ('listed', 'refused') and ${LIVES_ELSEWHERE})`;
