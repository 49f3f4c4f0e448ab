/** Fixes what a machine may set differently: the zone of clocks and the colours of a terminal. */
export function setup(): void {
  process.env.TZ = "Asia/Tokyo";
  process.env.NO_COLOR = "1";
}
