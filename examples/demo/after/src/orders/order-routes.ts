import { Router } from 'express';
import { findOrder, placeOrder } from './order-service.ts';

export const orderRoutes = Router();

orderRoutes.get('/:id', async (request, response) => {
  const order = await findOrder(Number(request.params.id));
  if (order === null) {
    response.status(404).json({ error: 'no such order' });
    return;
  }
  response.json(order);
});

orderRoutes.post('/', async (request, response) => {
  const id = await placeOrder(Number(request.body.customerId), request.body.items);
  response.status(201).json({ id });
});
