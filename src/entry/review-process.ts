import { serveOrders } from './review-process/serve-orders.ts';

// Fail closed: whatever ends this process before the service lets go of it ends it as failed.
process.exitCode = 1;
await serveOrders();
process.exitCode = 0;
