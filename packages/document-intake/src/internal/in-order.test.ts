import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { InOrder } from './in-order.js';

test.prop([fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), fc.scheduler()])(
  'whatever takes how long, each customer is answered in the order of asking',
  async (customers, scheduler) => {
    const inOrder = new InOrder();
    const answered: number[] = [];
    const all = customers.map(async (customer, at) => {
      await inOrder.run(String(customer), () => scheduler.schedule(Promise.resolve()));
      answered.push(at);
    });
    await scheduler.waitAll();
    await Promise.all(all);
    for (const customer of customers) {
      const own = answered.filter((at) => customers[at] === customer);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
  },
);

it('does not hold up one who gave up, nor those behind', async () => {
  const inOrder = new InOrder();
  const first = inOrder.run('c', () => new Promise<string>((resolve) => setTimeout(resolve, 20, 'first')));
  const failed = inOrder.run('c', () => Promise.reject(new Error('gone')));
  const third = inOrder.run('c', async () => 'third');
  await expect(failed).rejects.toThrow('gone');
  expect(await Promise.race([first, third])).toBe('first');
  expect(await third).toBe('third');
});
