import express from 'express';
import { invoiceRoutes } from './admin/invoices.ts';
import { readConfig } from './config.ts';
import { orderRoutes } from './orders/order-routes.ts';
import { searchProducts } from './products/search.ts';

const config = readConfig();
const app = express();

app.use(express.json({ limit: '100kb' }));
app.get('/products', searchProducts);
app.use('/orders', orderRoutes);
app.use('/invoices', invoiceRoutes);
app.listen(config.port);
