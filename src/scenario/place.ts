/** The names in routes that are no station: where customers come from, and where they go in the end. */
export const entrance = 'arrive';
export const exit = 'leave';
/** Where the parts of forked customers go in the end. */
export const joint = 'join';
