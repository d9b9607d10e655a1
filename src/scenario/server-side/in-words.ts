import { type ServerSide, serverSideKeys } from './type.js';

/** What makes the servers of a station more than so many equal ones that are always there; undefined: nothing. */
export function beyondPlainServers(station: ServerSide): string | undefined {
  const key = serverSideKeys.find(one => station[one] !== undefined);
  return key && inWords[key](station);
}

const inWords: Readonly<Record<keyof ServerSide, (station: ServerSide) => string>> = {
  schedule: () => 'servers come and go by a schedule',
  autoscaling: () => 'servers are asked for and given back by an autoscaler',
  speeds: () => 'servers have speeds of their own',
  loadDependence: () => 'the speed of service depends on the number of customers',
  whenIdle: ({ whenIdle }) =>
    whenIdle?.setUp
      ? 'servers that were idle have to be set up'
      : whenIdle?.vacation
        ? 'servers without work go away for a while'
        : 'servers without work wait until several customers are there',
  batchService: () => 'servers serve several customers together',
};
