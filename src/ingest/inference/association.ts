/** Whether the second of pairs of numbers grows with the first, as the pairs come. */
export class Association {
  private count = 0;
  private meanX = 0;
  private meanY = 0;
  private xx = 0;
  private yy = 0;
  private xy = 0;

  add(x: number, y: number): void {
    this.count++;
    const [offX, offY] = [x - this.meanX, y - this.meanY];
    this.meanX += offX / this.count;
    this.meanY += offY / this.count;
    this.xx += offX * (x - this.meanX);
    this.yy += offY * (y - this.meanY);
    this.xy += offX * (y - this.meanY);
  }

  /** The correlation in its standard errors, were there none; undefined where one of the two never changes. */
  get errors(): number | undefined {
    const spread = Math.sqrt(this.xx * this.yy);
    return this.count > 2 && spread > 0 ? (this.xy / spread) * Math.sqrt(this.count - 1) : undefined;
  }
}
