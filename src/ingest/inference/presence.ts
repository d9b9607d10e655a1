import { addTo, takeFirst } from '../../numerics/heap.js';
import { Association } from './association.js';

/** What was seen while a number of customers were present. */
interface Level {
  /** Seconds. */
  time: number;
  arrivals: number;
}

/** What is to happen: a service begins (1) or ends (-1), or somebody leaves who was not known to be served (0). */
interface Event {
  readonly time: number;
  readonly step: -1 | 0 | 1;
  readonly line: number;
}

/** More than so many at once: the log is of an overload, or lacks its ends. */
const mostLevels = 100_000;

/** Follows how many customers are present and how many of them are in service, in memory for those present. */
export class Presence {
  /** By number present: how long, and how many came then. */
  readonly levels: Level[] = [];
  mostInService = 0;
  /** Where in the file the most were in service first. */
  mostInServiceLine = 0;
  /** How long after an arrival the next one comes, by how many the arrival found. */
  readonly gapByFound = new Association();
  private present = 0;
  private before: { readonly arrived: number; readonly found: number } | undefined;
  private inService = 0;
  private now = Number.NEGATIVE_INFINITY;
  private readonly due: Event[] = [];

  /**
   * The next customer, in the order of arrival.
   * @returns how many were there already
   * @param started seconds; undefined: not known, then nobody counts as in service
   */
  add(arrived: number, started: number | undefined, finished: number, line: number): number {
    this.until(arrived);
    const found = this.present++;
    this.level(found).arrivals++;
    if (this.before) this.gapByFound.add(this.before.found, arrived - this.before.arrived);
    this.before = { arrived, found };
    if (started !== undefined) addTo(this.due, { time: started, step: 1, line }, earlier);
    addTo(this.due, { time: finished, step: started === undefined ? 0 : -1, line }, earlier);
    return found;
  }

  private until(time: number): void {
    while (this.due.length > 0 && this.due[0].time <= time) {
      this.pass(this.due[0].time);
      const { step, line } = takeFirst(this.due, earlier);
      if (step <= 0) this.present--;
      this.inService += step;
      if (this.inService > this.mostInService) {
        this.mostInService = this.inService;
        this.mostInServiceLine = line;
      }
    }
    this.pass(time);
  }

  private pass(time: number): void {
    if (time > this.now && this.now > Number.NEGATIVE_INFINITY)
      this.level(this.present).time += time - this.now;
    this.now = Math.max(this.now, time);
  }

  private level(present: number): Level {
    const place = Math.min(present, mostLevels);
    while (this.levels.length <= place) this.levels.push({ time: 0, arrivals: 0 });
    return this.levels[place];
  }
}

/** The earliest first; at equal times departures before starts of service. */
const earlier = (a: Event, b: Event): boolean => a.time < b.time || (a.time === b.time && a.step < b.step);
