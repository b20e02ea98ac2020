module.exports = async function stopTestStack() {
  await globalThis.__jieduiTestStack?.dispose();
};
