require('./counter.cjs').count += 10;
