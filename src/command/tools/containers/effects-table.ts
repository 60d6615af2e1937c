import { EffectTable } from '../../effect-table.ts';

/**
 * What each command of docker does; podman and nerdctl share it. Commands with two spellings stand under the short one
 * (`ps`, not `container ls`), see canonical.ts. `execute` stands where code of an image or of a Dockerfile runs.
 */
export const EFFECTS = new EffectTable(`
  read: ps | images | logs | diff | stats | top | port | history | search | version | info | events | wait | inspect
      | container inspect | container exists | image inspect | image exists | image tree | image trust show | system df
      | volume ls | volume inspect | volume exists | network ls | network inspect | network exists | builder
      | context ls | context inspect | context show | plugin ls | plugin inspect | checkpoint ls | manifest inspect
      | manifest exists | trust inspect | node ls | node ps | node inspect | service ls | service ps | service inspect
      | service logs | stack ls | stack ps | stack services | stack config | config ls | config inspect | secret ls
      | secret inspect | secret exists | swarm ca | help | scout quickview | scout cves | scout version
      | buildx version | buildx ls | buildx du | buildx inspect | buildx imagetools inspect | buildx history ls
      | buildx history logs | buildx history inspect | buildx history inspect attachment | buildx history trace
      | buildx policy eval | buildx policy json-schema | buildx policy test
      | compose ps | compose logs | compose config | compose images | compose ls | compose top | compose port
      | compose events | compose version | compose stats | compose volumes | compose wait | compose alpha viz
      | compose alpha generate | compose bridge transformations list
      | artifact inspect | artifact ls | farm list | pod exists | pod inspect | pod logs | pod ps | pod stats | pod top
      | quadlet list | quadlet print | machine info | machine inspect | machine list | system connection list
      | system locks | system check | mount | image mount | generate kube | generate systemd | generate spec | kube generate
  write: commit | create | import | kill | load | pause | pull | rename | restart | start | stop | tag | unpause
      | update | logout | untag | init | unmount | image unmount | image trust set | image sign
      | container checkpoint | container clone | container init | container cleanup | container restore
      | volume create | volume update | volume import | volume mount | volume unmount | volume reload
      | network create | network connect | network disconnect | network reload | network update
      | context create | context import | context update | context use | plugin create | plugin disable | plugin set
      | checkpoint create | manifest annotate | manifest create | manifest add | manifest remove
      | node demote | node promote | node update | service rollback | service scale | config create | secret create
      | swarm init | swarm join | swarm leave | swarm unlock | swarm update | trust key generate | trust key load
      | buildx create | buildx use | buildx stop | buildx install | buildx uninstall | buildx history import
      | buildx history open
      | compose create | compose pause | compose unpause | compose pull | compose restart | compose start | compose stop
      | compose kill | compose scale | compose alpha scale | compose commit | compose bridge convert
      | compose bridge transformations create
      | artifact add | artifact pull | artifact extract | farm create | farm update | pod clone | pod create | pod kill
      | pod pause | pod restart | pod start | pod stop | pod unpause | quadlet install | machine init | machine set
      | machine start | machine stop | machine cp | machine os apply | machine os upgrade | system connection add
      | system connection default | system connection rename | system migrate | system renumber
  write+execute: stack deploy | service create | service update | compose up | compose watch | compose alpha watch
      | auto-update | kube play | play kube | plugin enable | plugin upgrade
  write+privilege: plugin install | trust signer add | trust signer remove
  write+export: image scp | push | plugin push | manifest push | trust sign | buildx imagetools create | compose push
      | compose publish | compose alpha publish | artifact push | kube apply
  execute: compose | run | exec | attach | build | buildx build | buildx bake | buildx dap build | buildx debug | buildx dial-stdio
      | compose build | compose run | compose exec | compose attach | container runlabel | unshare | machine ssh
      | system service | healthcheck run | farm build | compose alpha dry-run
  export: save | export | volume export | compose export | buildx history export | context export
  destroy: rm | rmi | container prune | image prune | volume rm | volume prune | network rm | network prune
      | system prune | system reset | builder prune | context rm | plugin rm | checkpoint rm | manifest rm | trust revoke
      | node rm | service rm | stack rm | config rm | secret rm | buildx prune | buildx rm | buildx history rm
      | compose down | compose rm | artifact rm | farm remove | pod prune | pod rm | kube down | quadlet rm
      | machine rm | machine reset | system connection remove
  privilege: login
  secret: swarm join-token | swarm unlock-key
  read+write: cp | compose cp
`);
