import { id } from "@jiedui/http-contracts";
import { createZodDto } from "nestjs-zod";
import { z } from "zod";

/** What a command on the register answers: the id of the entry, the same for the same key. */
export class CreatedDto extends createZodDto(z.object({ id })) {}
