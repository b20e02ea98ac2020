/**
 * What the workflows' V8 context loads once for all cases, before it is frozen. The rules have no state of their own, so
 * that each case need not load them anew. The engine's library notes where every promise was made, which takes a good part
 * of a step's time at V8's ten frames; a task that fails is read from its innermost ones.
 */
import "@jiedui/domain";

Error.stackTraceLimit = 3;
