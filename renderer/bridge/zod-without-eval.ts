import { config } from 'zod';

// zod probes `new Function`, which the content security policy reports. Must be imported before any schema is built.
config({ jitless: true });
