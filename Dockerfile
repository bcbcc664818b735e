# syntax=docker/dockerfile:1
ARG NODE=node:24-slim

# Everything, development tools included: builds the server, and runs `npm run backup` and `npm run restore`.
FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build
# The embedded database's folder, writable by whoever runs the tools.
RUN mkdir /data && chown node:node /data
ENV CALLBOARD_DATA_DIR=/data

# The server alone: what Next has found to be needed, with its static files and the migrations. Nothing in it is written to.
FROM ${NODE}
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 CALLBOARD_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/.next/standalone ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1: it takes SIGTERM and stops in order within 10 seconds.
CMD ["node", "--max-semi-space-size=4", "server.js"]
