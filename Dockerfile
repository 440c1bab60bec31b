# Denwaban, the service. Its Asterisk is built by asterisk-conf/Dockerfile; docker-compose.yml runs both.

FROM node:24-trixie-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY vendor ./vendor
RUN npm ci
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --no-save

FROM node:24-trixie-slim
ENV NODE_ENV=production
WORKDIR /opt/denwaban
COPY LICENSE NOTICE package.json ./
COPY data ./data
COPY --from=build /build/node_modules ./node_modules
# node_modules/request is a link to it.
COPY vendor ./vendor
COPY --from=build /build/dist ./dist
RUN ln -s /opt/denwaban/dist/src/main.js /usr/local/bin/denwaban \
 && chmod +x dist/src/main.js \
 && install -d --owner node --group node --mode 0750 /var/lib/denwaban

USER node
# `dataDir` is relative to here unless the configuration says otherwise.
WORKDIR /var/lib/denwaban
VOLUME ["/var/lib/denwaban"]
# As long as the configuration leaves `health.listen` as it is. Not healthy: no connection to Asterisk.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --start-interval=1s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8089/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["denwaban"]
CMD ["start"]
