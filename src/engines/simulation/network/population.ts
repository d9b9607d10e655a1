import { doubled } from '../doubled.js';

const initial = 256;

/** In place of a station: at none. */
export const gone = -1;

/**
 * The customers in the network, as columns indexed by a handle. Handles are reused after departure, so memory
 * follows the customers present, not those served.
 */
export class Population {
  /** When the customer entered the network, seconds. */
  entered = new Float64Array(initial);
  /** When it came to its station. */
  joined = new Float64Array(initial);
  /** When its service began; NaN while it waits. */
  began = new Float64Array(initial);
  /** Service that it needs at its station, seconds of one server. */
  demand = new Float64Array(initial);
  /** For the station's own use: work left, or a virtual time. */
  mark = new Float64Array(initial);
  /** For the station's own use: the place in its order, smallest first. */
  key = new Float64Array(initial);
  /** Which customer it was to come to its station, from 1. */
  ticket = new Float64Array(initial);
  /** Time waited at stations already left. */
  waited = new Float64Array(initial);
  /** Tries to enter its station so far that found no room. */
  attempts = new Int32Array(initial);
  /** 1 when it has been kept from service at its station. */
  delayed = new Uint8Array(initial);
  /** Number of its station, or `gone`. */
  station = new Int32Array(initial).fill(gone);
  /** Number of its class. */
  class = new Int32Array(initial);
  /** Number of the class as which it entered the network. */
  origin = new Int32Array(initial);
  /** Handles ever in use. */
  handles = 0;
  /** Handles not in use, the last one freed on top: it is still in the processor's cache. */
  private idle = new Int32Array(initial);
  private idling = 0;

  /** A handle for a customer that enters the network. */
  admit(): number {
    if (this.idling > 0) return this.idle[--this.idling];
    if (this.handles === this.station.length) this.grow();
    return this.handles++;
  }

  release(customer: number): void {
    this.station[customer] = gone;
    this.idle[this.idling++] = customer;
  }

  private grow(): void {
    this.entered = doubled(this.entered);
    this.joined = doubled(this.joined);
    this.began = doubled(this.began);
    this.demand = doubled(this.demand);
    this.mark = doubled(this.mark);
    this.key = doubled(this.key);
    this.ticket = doubled(this.ticket);
    this.waited = doubled(this.waited);
    const length = this.station.length;
    const [station, classes, delayed] = [this.station, this.class, this.delayed];
    this.station = new Int32Array(2 * length).fill(gone);
    this.class = new Int32Array(2 * length);
    const { attempts, idle, origin } = this;
    this.origin = new Int32Array(2 * length);
    this.origin.set(origin);
    this.idle = new Int32Array(2 * length);
    this.idle.set(idle);
    this.attempts = new Int32Array(2 * length);
    this.attempts.set(attempts);
    this.delayed = new Uint8Array(2 * length);
    this.delayed.set(delayed);
    this.station.set(station);
    this.class.set(classes);
  }
}
