/**
 * The values that travel through a review, in the order in which they appear: change → settings → plan → finding →
 * report. Plain data, no behaviour beyond ranking; every stage takes one of these and returns another.
 */
export * from './model/category.ts';
export * from './model/change.ts';
export * from './model/dismissal.ts';
export * from './model/finding.ts';
export * from './model/imports.ts';
export * from './model/memory.ts';
export * from './model/order.ts';
export * from './model/report.ts';
export * from './model/settings.ts';
export * from './model/severity.ts';
export * from './model/syntax.ts';
