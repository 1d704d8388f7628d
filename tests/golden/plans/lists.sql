-- standings; fields: none
SELECT
  "t7"."question",
  "t7"."subject",
  "t7"."as_of",
  "t7"."known_at",
  "t7"."points",
  "t7"."grade",
  "t7"."direct",
  "t7"."rank",
  "t7"."stage",
  "t7"."reduced_to",
  "t7"."ceiling"
FROM (
  SELECT
    "t6"."question",
    "t6"."subject",
    "t6"."as_of",
    "t6"."known_at",
    "t6"."base",
    "t6"."reached",
    "t6"."raised",
    "t6"."points",
    "t6"."band",
    "t6"."code",
    "t6"."direct",
    CASE
      WHEN "t6"."code" = 1
      THEN 'D'
      WHEN "t6"."code" = 2
      THEN 'C'
      WHEN "t6"."code" = 3
      THEN 'B'
      WHEN "t6"."code" = 4
      THEN 'A'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t5"."base",
      "t5"."reached",
      "t5"."raised",
      "t5"."points",
      "t5"."band",
      "t5"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t4"."question",
        "t4"."subject",
        "t4"."as_of",
        "t4"."known_at",
        "t4"."base",
        "t4"."reached",
        "t4"."raised",
        "t4"."points",
        CASE
          WHEN "t4"."points" >= 95000
          THEN 4
          WHEN "t4"."points" >= 80000
          THEN 3
          WHEN "t4"."points" >= 60000
          THEN 2
          WHEN "t4"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t2"."question",
          "t2"."subject",
          "t2"."as_of",
          "t2"."known_at",
          100000 AS "base",
          100000 + 0 AS "reached",
          100000 + 0 AS "raised",
          100000 + 0 AS "points"
        FROM "questions" AS "t2"
        INNER JOIN "days" AS "t3"
          ON "t2"."as_of" = "t3"."as_of"
      ) AS "t4"
    ) AS "t5"
  ) AS "t6"
) AS "t7"

-- contributions; fields: none
WITH "t8" AS (
  SELECT
    "t5"."question",
    "t5"."subject",
    "t5"."as_of",
    "t5"."known_at",
    100000 AS "base",
    100000 + 0 AS "reached",
    100000 + 0 AS "raised",
    100000 + 0 AS "points"
  FROM "questions" AS "t5"
  INNER JOIN "days" AS "t6"
    ON "t5"."as_of" = "t6"."as_of"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t24"."question",
          "t24"."number",
          'points' AS "step",
          "t24"."record",
          "t24"."happened",
          "t24"."ends",
          "t24"."leaves",
          0 AS "points",
          CASE
            WHEN NOT (
              COALESCE(NOT (
                "t24"."retracts"
              ), FALSE)
            )
            THEN 'retracts'
            WHEN NOT (
              COALESCE(
                (
                  "t24"."superseded" IS NULL
                ) OR (
                  "t24"."known_at" < "t24"."superseded"
                ),
                FALSE
              )
            )
            THEN 'superseded'
            WHEN NOT (
              COALESCE("t24"."happened" <= "t24"."as_of", FALSE)
            )
            THEN 'not_yet'
            WHEN NOT (
              COALESCE((
                "t24"."leaves" IS NULL
              ) OR (
                "t24"."as_of" < "t24"."leaves"
              ), FALSE)
            )
            THEN 'retention_over'
            WHEN NOT (
              COALESCE((
                "t24"."ends" IS NULL
              ) OR (
                "t24"."as_of" < "t24"."ends"
              ), FALSE)
            )
            THEN 'validity_over'
            WHEN NOT (
              COALESCE("t24"."worth" IS NOT NULL, FALSE)
            )
            THEN 'condition'
            ELSE ''
          END AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t21"."subject",
              "t21"."record",
              "t21"."type",
              "t21"."document",
              "t21"."happened",
              "t21"."ends",
              "t21"."leaves",
              "t21"."severity",
              "t21"."kind",
              "t21"."adverse",
              "t21"."known",
              "t21"."retracts",
              "t21"."superseded",
              "t21"."doubt_from",
              "t21"."doubt_until",
              "t21"."replaced",
              "t21"."question",
              "t21"."as_of",
              "t21"."known_at",
              "t21"."public_since",
              "t21"."opens_0",
              "t21"."opens_1",
              "t21"."number",
              CAST(NULL AS BIGINT) AS "worth",
              (
                "t21"."doubt_from" IS NOT NULL
              )
              AND (
                "t21"."doubt_from" <= "t21"."known_at"
              )
              AND (
                (
                  "t21"."doubt_until" IS NULL
                ) OR (
                  "t21"."known_at" < "t21"."doubt_until"
                )
              ) AS "doubted",
              (
                "t21"."public_since" IS NOT NULL
              )
              AND (
                "t21"."happened" < "t21"."public_since"
              ) AS "early"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t4"."subject",
                  "t4"."record",
                  "t4"."type",
                  "t4"."document",
                  "t4"."happened",
                  "t4"."ends",
                  "t4"."leaves",
                  "t4"."severity",
                  "t4"."kind",
                  "t4"."adverse",
                  "t4"."known",
                  "t4"."retracts",
                  "t4"."superseded",
                  "t4"."doubt_from",
                  "t4"."doubt_until",
                  "t4"."replaced",
                  "t11"."question",
                  "t11"."as_of",
                  "t11"."known_at",
                  "t11"."public_since",
                  "t11"."opens_0",
                  "t11"."opens_1",
                  "t7"."number"
                FROM "records" AS "t4"
                INNER JOIN (
                  SELECT
                    "t5"."question",
                    "t5"."subject",
                    "t5"."as_of",
                    "t5"."known_at",
                    "t6"."public_since",
                    "t6"."opens_0",
                    "t6"."opens_1"
                  FROM "questions" AS "t5"
                  INNER JOIN "days" AS "t6"
                    ON "t5"."as_of" = "t6"."as_of"
                ) AS "t11"
                  ON "t4"."subject" = "t11"."subject"
                INNER JOIN "factors" AS "t7"
                  ON "t4"."type" = "t7"."type"
              ) AS "t16"
              WHERE
                "t16"."known" <= "t16"."known_at"
                AND (
                  (
                    "t16"."replaced" IS NULL
                  ) OR (
                    "t16"."known_at" < "t16"."replaced"
                  )
                )
            ) AS "t21"
          ) AS "t22"
          WHERE
            NOT (
              COALESCE(
                NOT (
                  "t22"."retracts"
                )
                AND (
                  (
                    "t22"."superseded" IS NULL
                  ) OR (
                    "t22"."known_at" < "t22"."superseded"
                  )
                )
                AND (
                  "t22"."happened" <= "t22"."as_of"
                )
                AND (
                  (
                    "t22"."leaves" IS NULL
                  ) OR (
                    "t22"."as_of" < "t22"."leaves"
                  )
                )
                AND (
                  (
                    "t22"."ends" IS NULL
                  ) OR (
                    "t22"."as_of" < "t22"."ends"
                  )
                )
                AND (
                  "t22"."worth" IS NOT NULL
                ),
                FALSE
              )
            )
        ) AS "t24"
      ) AS "t25"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t10"."question",
          CAST(NULL AS BIGINT) AS "number",
          'base' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t10"."base" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM "t8" AS "t10"
      ) AS "t12"
    ) AS "t26"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t13"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t13"."raised" - "t13"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t8" AS "t10"
          WHERE
            "t10"."raised" <> "t10"."reached"
        ) AS "t13"
      ) AS "t17"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t14"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t14"."points" - "t14"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t8" AS "t10"
          WHERE
            "t10"."points" <> "t10"."raised"
        ) AS "t14"
      ) AS "t18"
    ) AS "t19"
  ) AS "t27"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t20"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t20"."record",
      "t20"."happened",
      "t20"."ends",
      "t20"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t20"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t20"."superseded" IS NULL
            ) OR (
              "t20"."known_at" < "t20"."superseded"
            ),
            FALSE
          )
        )
        THEN 'superseded'
        ELSE 'no_factor'
      END AS "why",
      CAST(NULL AS BIGINT) AS "year",
      CAST(NULL AS DATE) AS "since",
      CAST(NULL AS BIGINT) AS "times",
      CAST(NULL AS BIGINT) AS "over"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t4"."subject",
          "t4"."record",
          "t4"."type",
          "t4"."document",
          "t4"."happened",
          "t4"."ends",
          "t4"."leaves",
          "t4"."severity",
          "t4"."kind",
          "t4"."adverse",
          "t4"."known",
          "t4"."retracts",
          "t4"."superseded",
          "t4"."doubt_from",
          "t4"."doubt_until",
          "t4"."replaced",
          "t11"."question",
          "t11"."as_of",
          "t11"."known_at",
          "t11"."public_since",
          "t11"."opens_0",
          "t11"."opens_1"
        FROM "records" AS "t4"
        INNER JOIN (
          SELECT
            "t5"."question",
            "t5"."subject",
            "t5"."as_of",
            "t5"."known_at",
            "t6"."public_since",
            "t6"."opens_0",
            "t6"."opens_1"
          FROM "questions" AS "t5"
          INNER JOIN "days" AS "t6"
            ON "t5"."as_of" = "t6"."as_of"
        ) AS "t11"
          ON "t4"."subject" = "t11"."subject"
      ) AS "t15"
      WHERE
        "t15"."known" <= "t15"."known_at"
        AND (
          (
            "t15"."replaced" IS NULL
          ) OR (
            "t15"."known_at" < "t15"."replaced"
          )
        )
    ) AS "t20"
  ) AS "t23"
) AS "t28"

-- entering; fields: none
WITH "t14" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."subject",
        "t5"."record",
        "t5"."type",
        "t5"."document",
        "t5"."happened",
        "t5"."ends",
        "t5"."leaves",
        "t5"."severity",
        "t5"."kind",
        "t5"."adverse",
        "t5"."known",
        "t5"."retracts",
        "t5"."superseded",
        "t5"."doubt_from",
        "t5"."doubt_until",
        "t5"."replaced",
        "t11"."question",
        "t11"."as_of",
        "t11"."known_at",
        "t11"."public_since",
        "t11"."opens_0",
        "t11"."opens_1",
        "t7"."number"
      FROM "records" AS "t5"
      INNER JOIN (
        SELECT
          "t8"."question",
          "t8"."subject",
          "t8"."as_of",
          "t8"."known_at",
          "t9"."public_since",
          "t9"."opens_0",
          "t9"."opens_1"
        FROM "questions" AS "t8"
        INNER JOIN "days" AS "t9"
          ON "t8"."as_of" = "t9"."as_of"
      ) AS "t11"
        ON "t5"."subject" = "t11"."subject"
      INNER JOIN "rules" AS "t7"
        ON "t5"."type" = "t7"."type"
    ) AS "t12"
    WHERE
      "t12"."known" <= "t12"."known_at"
      AND (
        (
          "t12"."replaced" IS NULL
        ) OR (
          "t12"."known_at" < "t12"."replaced"
        )
      )
  ) AS "t13"
  WHERE
    NOT (
      "t13"."retracts"
    )
    AND (
      (
        "t13"."superseded" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."superseded"
      )
    )
    AND "t13"."happened" <= "t13"."as_of"
    AND (
      (
        "t13"."leaves" IS NULL
      ) OR (
        "t13"."as_of" < "t13"."leaves"
      )
    )
    AND (
      (
        "t13"."ends" IS NULL
      ) OR (
        "t13"."as_of" < "t13"."ends"
      )
    )
    AND CASE
      WHEN "t13"."number" = 0
      THEN TRUE AND COALESCE("t13"."severity" = 'serious', FALSE)
      WHEN "t13"."number" = 1
      THEN TRUE AND COALESCE("t13"."severity" = 'minor', FALSE)
      ELSE TRUE
    END
    AND CASE
      WHEN "t13"."number" IN (0, 2)
      THEN NOT (
        (
          (
            "t13"."doubt_from" IS NOT NULL
          )
          AND (
            "t13"."doubt_from" <= "t13"."known_at"
          )
          AND (
            (
              "t13"."doubt_until" IS NULL
            ) OR (
              "t13"."known_at" < "t13"."doubt_until"
            )
          )
        )
        OR (
          (
            "t13"."public_since" IS NOT NULL
          )
          AND (
            "t13"."happened" < "t13"."public_since"
          )
        )
      )
      WHEN "t13"."number" = 1
      THEN NOT (
        (
          (
            "t13"."doubt_from" IS NOT NULL
          )
          AND (
            "t13"."doubt_from" <= "t13"."known_at"
          )
          AND (
            (
              "t13"."doubt_until" IS NULL
            ) OR (
              "t13"."known_at" < "t13"."doubt_until"
            )
          )
        )
        OR (
          (
            "t13"."public_since" IS NOT NULL
          )
          AND (
            "t13"."happened" < "t13"."public_since"
          )
        )
      )
      AND "t13"."adverse"
      ELSE TRUE
    END
), "t26" AS (
  SELECT
    "t25"."subject",
    "t25"."record",
    "t25"."type",
    "t25"."document",
    "t25"."happened",
    "t25"."ends",
    "t25"."leaves",
    "t25"."severity",
    "t25"."kind",
    "t25"."adverse",
    "t25"."known",
    "t25"."retracts",
    "t25"."superseded",
    "t25"."doubt_from",
    "t25"."doubt_until",
    "t25"."replaced",
    "t25"."question",
    "t25"."as_of",
    "t25"."known_at",
    "t25"."public_since",
    "t25"."opens_0",
    "t25"."opens_1",
    "t25"."number",
    "t25"."same",
    "t25"."place",
    "t25"."earliest",
    "t25"."back",
    COALESCE(
      (
        "t25"."earliest" > "t25"."back"
      )
      AND CASE WHEN "t25"."number" = 1 THEN "t25"."happened" > "t25"."opens_0" ELSE FALSE END,
      FALSE
    ) AS "completes"
  FROM (
    SELECT
      "t24"."subject",
      "t24"."record",
      "t24"."type",
      "t24"."document",
      "t24"."happened",
      "t24"."ends",
      "t24"."leaves",
      "t24"."severity",
      "t24"."kind",
      "t24"."adverse",
      "t24"."known",
      "t24"."retracts",
      "t24"."superseded",
      "t24"."doubt_from",
      "t24"."doubt_until",
      "t24"."replaced",
      "t24"."question",
      "t24"."as_of",
      "t24"."known_at",
      "t24"."public_since",
      "t24"."opens_0",
      "t24"."opens_1",
      "t24"."number",
      "t24"."same",
      "t24"."place",
      "t24"."earliest",
      "t6"."back"
    FROM (
      SELECT
        "t21"."subject",
        "t21"."record",
        "t21"."type",
        "t21"."document",
        "t21"."happened",
        "t21"."ends",
        "t21"."leaves",
        "t21"."severity",
        "t21"."kind",
        "t21"."adverse",
        "t21"."known",
        "t21"."retracts",
        "t21"."superseded",
        "t21"."doubt_from",
        "t21"."doubt_until",
        "t21"."replaced",
        "t21"."question",
        "t21"."as_of",
        "t21"."known_at",
        "t21"."public_since",
        "t21"."opens_0",
        "t21"."opens_1",
        "t21"."number",
        "t21"."same",
        ROW_NUMBER() OVER (
          PARTITION BY "t21"."question", "t21"."number", "t21"."same"
          ORDER BY "t21"."happened" ASC, "t21"."known" ASC, "t21"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        CASE
          WHEN "t21"."number" = 1
          THEN LAG("t21"."happened", 2) OVER (
            PARTITION BY "t21"."question", "t21"."number", "t21"."same"
            ORDER BY "t21"."happened" ASC, "t21"."known" ASC, "t21"."record" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
          ELSE CAST(NULL AS DATE)
        END AS "earliest"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t17"."subject",
            "t17"."record",
            "t17"."type",
            "t17"."document",
            "t17"."happened",
            "t17"."ends",
            "t17"."leaves",
            "t17"."severity",
            "t17"."kind",
            "t17"."adverse",
            "t17"."known",
            "t17"."retracts",
            "t17"."superseded",
            "t17"."doubt_from",
            "t17"."doubt_until",
            "t17"."replaced",
            "t17"."question",
            "t17"."as_of",
            "t17"."known_at",
            "t17"."public_since",
            "t17"."opens_0",
            "t17"."opens_1",
            "t17"."number",
            CASE WHEN "t17"."number" = 1 THEN "t17"."kind" || '' ELSE CAST(NULL AS TEXT) END AS "same"
          FROM (
            SELECT
              *
            FROM "t14" AS "t15"
            WHERE
              "t15"."number" IN (1)
          ) AS "t17"
        ) AS "t19"
        WHERE
          "t19"."same" IS NOT NULL
      ) AS "t21"
    ) AS "t24"
    LEFT OUTER JOIN "spans" AS "t6"
      ON "t24"."number" = "t6"."number" AND "t24"."happened" = "t6"."happened"
  ) AS "t25"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t20"."question",
      "t20"."number",
      "t20"."same",
      "t20"."record",
      "t20"."document",
      "t20"."happened"
    FROM (
      SELECT
        "t18"."subject",
        "t18"."record",
        "t18"."type",
        "t18"."document",
        "t18"."happened",
        "t18"."ends",
        "t18"."leaves",
        "t18"."severity",
        "t18"."kind",
        "t18"."adverse",
        "t18"."known",
        "t18"."retracts",
        "t18"."superseded",
        "t18"."doubt_from",
        "t18"."doubt_until",
        "t18"."replaced",
        "t18"."question",
        "t18"."as_of",
        "t18"."known_at",
        "t18"."public_since",
        "t18"."opens_0",
        "t18"."opens_1",
        "t18"."number",
        CAST(NULL AS TEXT) AS "same"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "t14" AS "t15"
          WHERE
            "t15"."number" IN (0, 2)
        ) AS "t16"
        WHERE
          CASE
            WHEN "t16"."number" = 0
            THEN "t16"."happened" > "t16"."opens_0"
            WHEN "t16"."number" = 2
            THEN "t16"."happened" > "t16"."opens_1"
            ELSE FALSE
          END
      ) AS "t18"
    ) AS "t20"
  ) AS "t22"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."question",
      "t33"."number",
      "t33"."same",
      "t33"."record",
      "t33"."document",
      "t33"."happened"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t28"."subject",
          "t28"."record",
          "t28"."type",
          "t28"."document",
          "t28"."happened",
          "t28"."ends",
          "t28"."leaves",
          "t28"."severity",
          "t28"."kind",
          "t28"."adverse",
          "t28"."known",
          "t28"."retracts",
          "t28"."superseded",
          "t28"."doubt_from",
          "t28"."doubt_until",
          "t28"."replaced",
          "t28"."question",
          "t28"."as_of",
          "t28"."known_at",
          "t28"."public_since",
          "t28"."opens_0",
          "t28"."opens_1",
          "t28"."number",
          "t28"."same",
          "t28"."place",
          "t28"."earliest",
          "t28"."back",
          "t28"."completes",
          "t31"."last"
        FROM "t26" AS "t28"
        INNER JOIN (
          SELECT
            "t29"."question",
            "t29"."number",
            "t29"."same",
            MAX("t29"."place") AS "last"
          FROM (
            SELECT
              *
            FROM "t26" AS "t27"
            WHERE
              "t27"."completes"
          ) AS "t29"
          GROUP BY
            1,
            2,
            3
        ) AS "t31"
          ON "t28"."question" = "t31"."question"
          AND "t28"."number" = "t31"."number"
          AND "t28"."same" = "t31"."same"
      ) AS "t32"
      WHERE
        "t32"."place" <= "t32"."last"
        AND "t32"."place" > (
          "t32"."last" - CASE WHEN "t32"."number" = 1 THEN 3 ELSE 1 END
        )
    ) AS "t33"
  ) AS "t34"
) AS "t35"
