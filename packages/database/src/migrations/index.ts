import { Foundation1764000000000 } from "./1764000000000-foundation";
import { Recording1764000000001 } from "./1764000000001-recording";
import { Seats1764000000002 } from "./1764000000002-seats";
import { EngineRoom1764000000003 } from "./1764000000003-engine-room";
import { Housekeeping1764000000004 } from "./1764000000004-housekeeping";
import { SeatsSeen1764000000005 } from "./1764000000005-seats-seen";
import { WrittenCommands1764000000006 } from "./1764000000006-written-commands";
import { Handover1764000000007 } from "./1764000000007-handover";
import { Evidence1764000000012 } from "./1764000000012-evidence";
import { Sham1764000000013 } from "./1764000000013-sham";
import { PersonalDays1764000000014 } from "./1764000000014-personal-days";
import { Planning1764000000015 } from "./1764000000015-planning";
import { Households1764000000016 } from "./1764000000016-households";
import { Roster1764000000018 } from "./1764000000018-roster";
import { Notices1764000000019 } from "./1764000000019-notices";
import { MonthEnd1764000000020 } from "./1764000000020-month-end";
import { DaysOfKinds1764000000021 } from "./1764000000021-days-of-kinds";
import { OwnDeputies1764000000022 } from "./1764000000022-own-deputies";
import { LeadsGone1764000000023 } from "./1764000000023-leads-gone";

/** In the order in which they run. */
export const MIGRATIONS = [
  Foundation1764000000000,
  Recording1764000000001,
  Seats1764000000002,
  EngineRoom1764000000003,
  Housekeeping1764000000004,
  SeatsSeen1764000000005,
  WrittenCommands1764000000006,
  Handover1764000000007,
  Evidence1764000000012,
  Sham1764000000013,
  PersonalDays1764000000014,
  Planning1764000000015,
  Households1764000000016,
  Roster1764000000018,
  Notices1764000000019,
  MonthEnd1764000000020,
  DaysOfKinds1764000000021,
  OwnDeputies1764000000022,
  LeadsGone1764000000023,
];
