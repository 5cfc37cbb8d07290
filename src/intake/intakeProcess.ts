import { closeOtherDecoders } from '../pictures/openPicture.ts';
import { serveThread } from '../threads/serveThread.ts';
import { drawPhoto } from './drawPhoto.ts';
import { inspect } from './inspect.ts';
import { readTable } from './readTable.ts';
import { reencodePicture } from './reencodePicture.ts';

closeOtherDecoders();
serveThread({ inspect, readTable, reencodePicture, drawPhoto });
