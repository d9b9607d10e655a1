import { arrivalProcessOf } from '../arrivals/index.js';
import type { ClosedClass, CustomerClass, OpenClass } from './type.js';

export const isOpen = (customers: CustomerClass): customers is OpenClass => customers.arrivals !== undefined;
export const isClosed = (customers: CustomerClass): customers is ClosedClass => !isOpen(customers);

/** Customers of the class who arrive from outside per second. */
export const outsideRate = (customers: CustomerClass): number =>
  isOpen(customers) ? arrivalProcessOf(customers.arrivals).rate : 0;
