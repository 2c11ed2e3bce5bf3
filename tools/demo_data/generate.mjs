// Prints the demo catalogue, one JSON document: node tools/demo_data/generate.mjs > catalogue.json
// The same every time; times are given in days from the moment it is imported.
import { makeConcerts } from './concerts.mjs'
import { makePlans, venues } from './plans.mjs'

process.stdout.write(JSON.stringify({ venues, plans: makePlans(), concerts: makeConcerts() }) + '\n')
