// npm run data [-- --from DIR]
// Makes the stated data of others from what they published, at the commits that each script names. DIR holds clones of their
// repositories, and packages, under their names; without it files are fetched from GitHub and with npm.
import './sample/make.mjs';
import './abbreviations/make.mjs';
import './sentences/make.mjs';
import './words/make.mjs';
import './senses/make.mjs';
import './vectors/make.mjs';
import './han/make.mjs';
import './cedict/make.mjs';
import './frequencies/make.mjs';
