require('./counter.cjs').count += 100;
