// `npm run check`: everything that gives an answer within seconds.
import { CHECKS, conclude, runStep } from './steps.mjs';

conclude(await Promise.all(CHECKS.map(runStep)));
