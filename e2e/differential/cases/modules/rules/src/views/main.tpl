{{ name }}
