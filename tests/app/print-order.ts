/** A process that is no review process: it prints its order, and ends in the middle of it. */
process.on('message', (message: { readonly kind: string }) => {
  if (message.kind !== 'order') return;
  process.stderr.write(`the order is ${JSON.stringify(message)}\n`, () => process.exit(3));
});
