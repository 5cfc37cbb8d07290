import { serveThread } from '../threads/serveThread.ts';
import { inspect } from './inspect.ts';
import { readTable } from './readTable.ts';

serveThread({ inspect, readTable });
