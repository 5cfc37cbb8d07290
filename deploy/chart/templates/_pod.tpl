{{/* What every pod of the service is: who it runs as, and what it reads and writes. */}}

{{/* The profile "restricted": https://kubernetes.io/docs/concepts/security/pod-security-standards/ */}}
{{- define "podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{- define "mounts" -}}
- { name: data, mountPath: /data }
- { name: temporary, mountPath: /tmp }
- { name: secrets, mountPath: /secrets, readOnly: true }
- { name: keys, mountPath: /keys, readOnly: true }
{{- end -}}

{{- define "volumes" -}}
# Nothing that is to be kept: data are in the database, keys in their Secret.
- name: data
  emptyDir: { sizeLimit: 64Mi }
- name: temporary
  emptyDir: { sizeLimit: {{ .Values.temporaryStorage }} }
- name: secrets
  secret:
    secretName: {{ .Values.secrets.name }}
    defaultMode: 0440
- name: keys
  secret:
    secretName: {{ .Values.keys.name }}
    defaultMode: 0440
{{- end -}}
