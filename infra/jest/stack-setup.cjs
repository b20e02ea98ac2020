// Gives a Jest run its PostgreSQL and Temporal: the stack named by JIEDUI_TEST_STACK, else one of its own.
const { join } = require("node:path");

module.exports = async function startTestStack() {
  if (process.env.JIEDUI_TEST_STACK) return;
  const { startTestStack } = require(join(__dirname, "..", "dist", "index.js"));
  const own = await startTestStack();
  process.env.JIEDUI_TEST_STACK = own.file;
  globalThis.__jieduiTestStack = own;
};
