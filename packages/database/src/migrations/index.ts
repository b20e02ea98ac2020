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
import { Roster1764000000018 } from "./1764000000018-roster";

/** In the order in which they were released. */
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
  Roster1764000000018,
];
