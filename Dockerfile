# Two stages: the first builds dist/, the second holds what runs it and nothing else.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY bin bin
COPY commands commands
COPY data/abbreviations data/abbreviations
COPY data/han data/han
COPY data/senses data/senses
COPY data/words data/words
COPY src src
RUN npm run build

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=build /app/dist dist
# Read at the first question.
COPY data/cedict data/cedict
COPY data/frequencies data/frequencies
COPY data/senses data/senses
COPY data/vectors data/vectors
COPY corpus corpus
# The one folder that is written: the database of servers' and people's own articles.
RUN mkdir -m 700 libraries && chown node:node libraries
# Comes with the image of Node; owns nothing here, so that nothing here can be changed by what runs.
USER node
# Node itself, not npm: signals reach it, and it leaves cleanly.
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
