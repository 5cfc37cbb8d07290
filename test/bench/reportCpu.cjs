// Loaded into a server before anything else: answers any message with the processor time used so far.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
// A server whose start failed ends: who waits for its address is told so.
process.channel?.unref();
