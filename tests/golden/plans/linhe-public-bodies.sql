-- standings; fields: f_articles_used int64, f_campaign_held bool, f_cases int64, f_channel string, f_due int64, f_ground string, f_in_time int64, f_items_accurate int64, f_items_given int64, f_items_required int64, f_level string, f_lists_checked bool, f_loaded int64, f_meetings_missed int64, f_monthly_articles int64, f_offices_named bool, f_on_own_website bool, f_other_due int64, f_other_in_time int64, f_pledge_published bool, f_produced int64, f_reported int64, f_returned_by_day_10 bool, f_rules_issued bool, f_severity_marked bool, f_subjects_checked int64, f_supplied int64, f_tasks_done int64, f_tasks_given int64, f_work_done int64, f_work_planned int64
WITH "t14" AS (
  SELECT
    "t13"."question",
    "t13"."number",
    "t13"."record",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."known",
    "t13"."f_tasks_done",
    "t13"."f_tasks_given",
    "t13"."f_reported",
    "t13"."f_produced",
    "t13"."f_in_time",
    "t13"."f_due",
    "t13"."f_other_in_time",
    "t13"."f_other_due",
    "t13"."f_loaded",
    "t13"."f_supplied",
    "t13"."f_items_given",
    "t13"."f_items_required",
    "t13"."f_items_accurate",
    "t13"."f_work_done",
    "t13"."f_work_planned",
    "t13"."worth",
    "t13"."doubted",
    "t13"."early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."subject",
        "t11"."record",
        "t11"."type",
        "t11"."document",
        "t11"."happened",
        "t11"."ends",
        "t11"."leaves",
        "t11"."severity",
        "t11"."kind",
        "t11"."adverse",
        "t11"."known",
        "t11"."retracts",
        "t11"."superseded",
        "t11"."doubt_from",
        "t11"."doubt_until",
        "t11"."replaced",
        "t11"."f_monthly_articles",
        "t11"."f_articles_used",
        "t11"."f_subjects_checked",
        "t11"."f_meetings_missed",
        "t11"."f_tasks_done",
        "t11"."f_tasks_given",
        "t11"."f_cases",
        "t11"."f_channel",
        "t11"."f_reported",
        "t11"."f_produced",
        "t11"."f_in_time",
        "t11"."f_due",
        "t11"."f_other_in_time",
        "t11"."f_other_due",
        "t11"."f_loaded",
        "t11"."f_supplied",
        "t11"."f_items_given",
        "t11"."f_items_required",
        "t11"."f_items_accurate",
        "t11"."f_work_done",
        "t11"."f_work_planned",
        "t11"."f_level",
        "t11"."f_offices_named",
        "t11"."f_rules_issued",
        "t11"."f_campaign_held",
        "t11"."f_pledge_published",
        "t11"."f_severity_marked",
        "t11"."f_lists_checked",
        "t11"."f_returned_by_day_10",
        "t11"."f_on_own_website",
        "t11"."f_ground",
        "t11"."question",
        "t11"."as_of",
        "t11"."known_at",
        "t11"."public_since",
        "t11"."opens_0",
        "t11"."opens_1",
        "t11"."number",
        CASE
          WHEN "t11"."number" IN (0, 1, 5, 12, 18, 19, 20)
          THEN 1000
          WHEN "t11"."number" = 2
          THEN 2000
          WHEN "t11"."number" = 3
          THEN CASE
            WHEN (
              "t11"."f_monthly_articles" >= -1000000000000
            )
            AND (
              "t11"."f_monthly_articles" <= 1000000000000
            )
            THEN "t11"."f_monthly_articles" * 500
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 4
          THEN CASE
            WHEN (
              "t11"."f_articles_used" >= -1000000000000
            )
            AND (
              "t11"."f_articles_used" <= 1000000000000
            )
            THEN "t11"."f_articles_used" * 1000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 6
          THEN CASE
            WHEN (
              "t11"."f_subjects_checked" >= -1000000000000
            )
            AND (
              "t11"."f_subjects_checked" <= 1000000000000
            )
            THEN "t11"."f_subjects_checked" * 30
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 7
          THEN CASE
            WHEN "t11"."f_meetings_missed" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."f_meetings_missed" = 0
            THEN 2000
            WHEN "t11"."f_meetings_missed" = 1
            THEN 1500
            WHEN "t11"."f_meetings_missed" = 2
            THEN 1000
            WHEN "t11"."f_meetings_missed" = 3
            THEN 500
            ELSE 0
          END
          WHEN "t11"."number" = 8
          THEN CASE
            WHEN (
              "t11"."f_tasks_done" >= 0
            )
            AND (
              "t11"."f_tasks_done" <= 1000000000000
            )
            AND (
              (
                "t11"."f_tasks_given" >= 0
              ) AND (
                "t11"."f_tasks_given" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 9
          THEN CASE
            WHEN (
              "t11"."f_cases" >= -1000000000000
            )
            AND (
              "t11"."f_cases" <= 1000000000000
            )
            THEN "t11"."f_cases" * 2000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 10
          THEN CASE
            WHEN "t11"."f_channel" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."f_channel" = 'database'
            THEN 2000
            WHEN "t11"."f_channel" = 'other'
            THEN 1000
            ELSE 0
          END
          WHEN "t11"."number" = 11
          THEN CASE
            WHEN (
              "t11"."f_reported" >= 0
            )
            AND (
              "t11"."f_reported" <= 1000000000000
            )
            AND (
              (
                "t11"."f_produced" >= 0
              ) AND (
                "t11"."f_produced" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 13
          THEN CASE
            WHEN (
              "t11"."f_in_time" >= 0
            )
            AND (
              "t11"."f_in_time" <= 1000000000000
            )
            AND (
              (
                "t11"."f_due" >= 0
              ) AND (
                "t11"."f_due" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 14
          THEN CASE
            WHEN (
              "t11"."f_other_in_time" >= 0
            )
            AND (
              "t11"."f_other_in_time" <= 1000000000000
            )
            AND (
              (
                "t11"."f_other_due" >= 0
              ) AND (
                "t11"."f_other_due" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 15
          THEN CASE
            WHEN (
              "t11"."f_loaded" >= 0
            )
            AND (
              "t11"."f_loaded" <= 1000000000000
            )
            AND (
              (
                "t11"."f_supplied" >= 0
              ) AND (
                "t11"."f_supplied" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 16
          THEN CASE
            WHEN (
              "t11"."f_items_given" >= 0
            )
            AND (
              "t11"."f_items_given" <= 1000000000000
            )
            AND (
              (
                "t11"."f_items_required" >= 0
              )
              AND (
                "t11"."f_items_required" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 17
          THEN CASE
            WHEN (
              "t11"."f_items_accurate" >= 0
            )
            AND (
              "t11"."f_items_accurate" <= 1000000000000
            )
            AND (
              (
                "t11"."f_items_given" >= 0
              ) AND (
                "t11"."f_items_given" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 21
          THEN CASE
            WHEN (
              "t11"."f_work_done" >= 0
            )
            AND (
              "t11"."f_work_done" <= 1000000000000
            )
            AND (
              (
                "t11"."f_work_planned" >= 0
              )
              AND (
                "t11"."f_work_planned" <= 1000000000000
              )
            )
            THEN 0
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 22
          THEN 6000
          WHEN "t11"."number" = 23
          THEN CASE
            WHEN "t11"."f_level" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."f_level" = 'national'
            THEN 4000
            WHEN "t11"."f_level" = 'system'
            THEN 2000
            WHEN "t11"."f_level" = 'city'
            THEN 1000
            ELSE 0
          END
          ELSE CAST(NULL AS BIGINT)
        END AS "worth",
        (
          "t11"."doubt_from" IS NOT NULL
        )
        AND (
          "t11"."doubt_from" <= "t11"."known_at"
        )
        AND (
          (
            "t11"."doubt_until" IS NULL
          ) OR (
            "t11"."known_at" < "t11"."doubt_until"
          )
        ) AS "doubted",
        (
          "t11"."public_since" IS NOT NULL
        )
        AND (
          "t11"."happened" < "t11"."public_since"
        ) AS "early"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6"."subject",
            "t6"."record",
            "t6"."type",
            "t6"."document",
            "t6"."happened",
            "t6"."ends",
            "t6"."leaves",
            "t6"."severity",
            "t6"."kind",
            "t6"."adverse",
            "t6"."known",
            "t6"."retracts",
            "t6"."superseded",
            "t6"."doubt_from",
            "t6"."doubt_until",
            "t6"."replaced",
            "t6"."f_monthly_articles",
            "t6"."f_articles_used",
            "t6"."f_subjects_checked",
            "t6"."f_meetings_missed",
            "t6"."f_tasks_done",
            "t6"."f_tasks_given",
            "t6"."f_cases",
            "t6"."f_channel",
            "t6"."f_reported",
            "t6"."f_produced",
            "t6"."f_in_time",
            "t6"."f_due",
            "t6"."f_other_in_time",
            "t6"."f_other_due",
            "t6"."f_loaded",
            "t6"."f_supplied",
            "t6"."f_items_given",
            "t6"."f_items_required",
            "t6"."f_items_accurate",
            "t6"."f_work_done",
            "t6"."f_work_planned",
            "t6"."f_level",
            "t6"."f_offices_named",
            "t6"."f_rules_issued",
            "t6"."f_campaign_held",
            "t6"."f_pledge_published",
            "t6"."f_severity_marked",
            "t6"."f_lists_checked",
            "t6"."f_returned_by_day_10",
            "t6"."f_on_own_website",
            "t6"."f_ground",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1",
            "t7"."number"
          FROM "records" AS "t6"
          INNER JOIN (
            SELECT
              "t4"."question",
              "t4"."subject",
              "t4"."as_of",
              "t4"."known_at",
              "t5"."public_since",
              "t5"."opens_0",
              "t5"."opens_1"
            FROM "questions" AS "t4"
            INNER JOIN "days" AS "t5"
              ON "t4"."as_of" = "t5"."as_of"
          ) AS "t9"
            ON "t6"."subject" = "t9"."subject"
          INNER JOIN "factors" AS "t7"
            ON "t6"."type" = "t7"."type"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t11"
    ) AS "t12"
    WHERE
      NOT (
        "t12"."retracts"
      )
      AND (
        (
          "t12"."superseded" IS NULL
        ) OR (
          "t12"."known_at" < "t12"."superseded"
        )
      )
      AND "t12"."happened" <= "t12"."as_of"
      AND (
        (
          "t12"."leaves" IS NULL
        ) OR (
          "t12"."as_of" < "t12"."leaves"
        )
      )
      AND (
        (
          "t12"."ends" IS NULL
        ) OR (
          "t12"."as_of" < "t12"."ends"
        )
      )
      AND CASE
        WHEN "t12"."number" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23)
        THEN "t12"."happened" > "t12"."opens_0"
        WHEN "t12"."number" IN (19, 20)
        THEN "t12"."happened" > "t12"."opens_1"
        ELSE TRUE
      END
      AND CASE
        WHEN "t12"."number" = 0
        THEN TRUE AND COALESCE("t12"."f_offices_named" = TRUE, FALSE)
        WHEN "t12"."number" = 1
        THEN TRUE AND COALESCE("t12"."f_rules_issued" = TRUE, FALSE)
        WHEN "t12"."number" = 2
        THEN TRUE AND COALESCE("t12"."f_campaign_held" = TRUE, FALSE)
        WHEN "t12"."number" = 5
        THEN TRUE AND COALESCE("t12"."f_pledge_published" = TRUE, FALSE)
        WHEN "t12"."number" = 12
        THEN TRUE AND COALESCE("t12"."f_severity_marked" = TRUE, FALSE)
        WHEN "t12"."number" = 18
        THEN TRUE AND COALESCE("t12"."f_lists_checked" = TRUE, FALSE)
        WHEN "t12"."number" = 19
        THEN TRUE AND COALESCE("t12"."f_returned_by_day_10" = TRUE, FALSE)
        WHEN "t12"."number" = 20
        THEN TRUE AND COALESCE("t12"."f_on_own_website" = TRUE, FALSE)
        WHEN "t12"."number" = 22
        THEN TRUE AND COALESCE("t12"."f_ground" = 'innovation', FALSE)
        WHEN "t12"."number" = 23
        THEN TRUE AND COALESCE("t12"."f_ground" = 'award', FALSE)
        ELSE TRUE
      END
      AND "t12"."worth" IS NOT NULL
  ) AS "t13"
)
SELECT
  "t44"."question",
  "t44"."subject",
  "t44"."as_of",
  "t44"."known_at",
  "t44"."points",
  "t44"."grade",
  "t44"."direct",
  "t44"."rank",
  "t44"."stage",
  "t44"."reduced_to",
  "t44"."ceiling"
FROM (
  SELECT
    "t43"."question",
    "t43"."subject",
    "t43"."as_of",
    "t43"."known_at",
    "t43"."base",
    "t43"."reached",
    "t43"."raised",
    "t43"."points",
    "t43"."band",
    "t43"."code",
    "t43"."direct",
    CASE
      WHEN "t43"."code" = 1
      THEN 'weak'
      WHEN "t43"."code" = 2
      THEN 'fair'
      WHEN "t43"."code" = 3
      THEN 'good'
      WHEN "t43"."code" = 4
      THEN 'excellent'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t42"."question",
      "t42"."subject",
      "t42"."as_of",
      "t42"."known_at",
      "t42"."base",
      "t42"."reached",
      "t42"."raised",
      "t42"."points",
      "t42"."band",
      "t42"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t41"."question",
        "t41"."subject",
        "t41"."as_of",
        "t41"."known_at",
        "t41"."base",
        "t41"."reached",
        "t41"."raised",
        "t41"."points",
        CASE
          WHEN "t41"."points" >= 90000
          THEN 4
          WHEN "t41"."points" >= 75000
          THEN 3
          WHEN "t41"."points" >= 60000
          THEN 2
          WHEN "t41"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t40"."question",
          "t40"."subject",
          "t40"."as_of",
          "t40"."known_at",
          0 AS "base",
          0 + COALESCE("t40"."earned", 0) AS "reached",
          GREATEST(0 + COALESCE("t40"."earned", 0), 0) AS "raised",
          LEAST(GREATEST(0 + COALESCE("t40"."earned", 0), 0), 110000) AS "points"
        FROM (
          SELECT
            "t4"."question",
            "t4"."subject",
            "t4"."as_of",
            "t4"."known_at",
            "t5"."public_since",
            "t5"."opens_0",
            "t5"."opens_1",
            "t39"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t37"."question",
              SUM("t37"."points") AS "earned"
            FROM (
              SELECT
                "t36"."question",
                "t36"."slot",
                "t36"."total",
                "t36"."kept",
                "t36"."kept" AS "points"
              FROM (
                SELECT
                  "t35"."question",
                  "t35"."slot",
                  "t35"."total",
                  CASE
                    WHEN "t35"."slot" = 3
                    THEN GREATEST(LEAST("t35"."total", 6000), -(
                      6000
                    ))
                    WHEN "t35"."slot" = 4
                    THEN GREATEST(LEAST("t35"."total", 2000), -(
                      2000
                    ))
                    WHEN "t35"."slot" = 6
                    THEN GREATEST(LEAST("t35"."total", 3000), -(
                      3000
                    ))
                    WHEN "t35"."slot" = 9
                    THEN GREATEST(LEAST("t35"."total", 10000), -(
                      10000
                    ))
                    WHEN "t35"."slot" IN (19, 20)
                    THEN GREATEST(LEAST("t35"."total", 12000), -(
                      12000
                    ))
                    ELSE "t35"."total"
                  END AS "kept"
                FROM (
                  SELECT
                    "t34"."question",
                    "t34"."slot",
                    SUM("t34"."points") AS "total"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t30"."question",
                        "t30"."slot",
                        "t30"."points"
                      FROM (
                        SELECT
                          "t28"."question",
                          "t28"."number",
                          "t28"."record",
                          "t28"."happened",
                          "t28"."ends",
                          "t28"."leaves",
                          "t28"."points",
                          "t28"."why",
                          CASE
                            WHEN "t28"."number" = 3
                            THEN 3
                            WHEN "t28"."number" = 4
                            THEN 4
                            WHEN "t28"."number" = 6
                            THEN 6
                            WHEN "t28"."number" = 9
                            THEN 9
                            WHEN "t28"."number" = 19
                            THEN 19
                            WHEN "t28"."number" = 20
                            THEN 20
                            ELSE -1
                          END AS "slot"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t21"."question",
                              "t21"."number",
                              "t21"."record",
                              "t21"."happened",
                              "t21"."ends",
                              "t21"."leaves",
                              "t21"."points",
                              "t21"."why"
                            FROM (
                              SELECT
                                "t16"."question",
                                "t16"."number",
                                "t16"."record",
                                "t16"."document",
                                "t16"."happened",
                                "t16"."ends",
                                "t16"."leaves",
                                "t16"."known",
                                "t16"."f_tasks_done",
                                "t16"."f_tasks_given",
                                "t16"."f_reported",
                                "t16"."f_produced",
                                "t16"."f_in_time",
                                "t16"."f_due",
                                "t16"."f_other_in_time",
                                "t16"."f_other_due",
                                "t16"."f_loaded",
                                "t16"."f_supplied",
                                "t16"."f_items_given",
                                "t16"."f_items_required",
                                "t16"."f_items_accurate",
                                "t16"."f_work_done",
                                "t16"."f_work_planned",
                                "t16"."worth",
                                "t16"."doubted",
                                "t16"."early",
                                CASE
                                  WHEN (
                                    "t16"."worth" < 0
                                  ) AND (
                                    "t16"."doubted" OR "t16"."early"
                                  )
                                  THEN 0
                                  ELSE "t16"."worth"
                                END AS "points",
                                CASE
                                  WHEN (
                                    "t16"."worth" < 0
                                  ) AND (
                                    "t16"."doubted" OR "t16"."early"
                                  )
                                  THEN CASE WHEN "t16"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                  ELSE ''
                                END AS "why"
                              FROM (
                                SELECT
                                  *
                                FROM "t14" AS "t15"
                                WHERE
                                  "t15"."number" IN (19, 20)
                              ) AS "t16"
                            ) AS "t21"
                          ) AS "t22"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t25"."question",
                              "t25"."number",
                              "t25"."record",
                              "t25"."happened",
                              "t25"."ends",
                              "t25"."leaves",
                              "t25"."points",
                              "t25"."why"
                            FROM (
                              SELECT
                                "t24"."question",
                                "t24"."number",
                                "t24"."record",
                                "t24"."document",
                                "t24"."happened",
                                "t24"."ends",
                                "t24"."leaves",
                                "t24"."known",
                                "t24"."f_tasks_done",
                                "t24"."f_tasks_given",
                                "t24"."f_reported",
                                "t24"."f_produced",
                                "t24"."f_in_time",
                                "t24"."f_due",
                                "t24"."f_other_in_time",
                                "t24"."f_other_due",
                                "t24"."f_loaded",
                                "t24"."f_supplied",
                                "t24"."f_items_given",
                                "t24"."f_items_required",
                                "t24"."f_items_accurate",
                                "t24"."f_work_done",
                                "t24"."f_work_planned",
                                "t24"."worth",
                                "t24"."doubted",
                                "t24"."early",
                                "t24"."favour",
                                "t24"."out",
                                "t24"."event",
                                "t24"."rank",
                                "t24"."place",
                                "t24"."sure_before",
                                "t24"."out_before",
                                CASE
                                  WHEN NOT (
                                    "t24"."out"
                                  )
                                  AND (
                                    "t24"."place" = 0
                                  )
                                  AND (
                                    (
                                      "t24"."out_before" IS NULL
                                    ) OR (
                                      "t24"."out_before" <= "t24"."favour"
                                    )
                                  )
                                  THEN "t24"."worth"
                                  ELSE 0
                                END AS "points",
                                CASE
                                  WHEN NOT (
                                    "t24"."out"
                                  )
                                  AND (
                                    "t24"."place" = 0
                                  )
                                  AND (
                                    (
                                      "t24"."out_before" IS NULL
                                    ) OR (
                                      "t24"."out_before" <= "t24"."favour"
                                    )
                                  )
                                  THEN ''
                                  WHEN "t24"."out" AND (
                                    COALESCE("t24"."sure_before", 0) = 0
                                  )
                                  THEN CASE WHEN "t24"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                  ELSE 'later_one'
                                END AS "why"
                              FROM (
                                SELECT
                                  "t20"."question",
                                  "t20"."number",
                                  "t20"."record",
                                  "t20"."document",
                                  "t20"."happened",
                                  "t20"."ends",
                                  "t20"."leaves",
                                  "t20"."known",
                                  "t20"."f_tasks_done",
                                  "t20"."f_tasks_given",
                                  "t20"."f_reported",
                                  "t20"."f_produced",
                                  "t20"."f_in_time",
                                  "t20"."f_due",
                                  "t20"."f_other_in_time",
                                  "t20"."f_other_due",
                                  "t20"."f_loaded",
                                  "t20"."f_supplied",
                                  "t20"."f_items_given",
                                  "t20"."f_items_required",
                                  "t20"."f_items_accurate",
                                  "t20"."f_work_done",
                                  "t20"."f_work_planned",
                                  "t20"."worth",
                                  "t20"."doubted",
                                  "t20"."early",
                                  "t20"."favour",
                                  "t20"."out",
                                  "t20"."event",
                                  "t20"."rank",
                                  ROW_NUMBER() OVER (
                                    PARTITION BY "t20"."question", "t20"."number", "t20"."event", "t20"."out"
                                    ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ) - 1 AS "place",
                                  SUM(CASE WHEN NOT (
                                    "t20"."out"
                                  ) THEN 1 ELSE 0 END) OVER (
                                    PARTITION BY "t20"."question", "t20"."number", "t20"."event"
                                    ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                  ) AS "sure_before",
                                  MAX(CASE WHEN "t20"."out" THEN "t20"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                                    PARTITION BY "t20"."question", "t20"."number", "t20"."event"
                                    ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                  ) AS "out_before"
                                FROM (
                                  SELECT
                                    "t18"."question",
                                    "t18"."number",
                                    "t18"."record",
                                    "t18"."document",
                                    "t18"."happened",
                                    "t18"."ends",
                                    "t18"."leaves",
                                    "t18"."known",
                                    "t18"."f_tasks_done",
                                    "t18"."f_tasks_given",
                                    "t18"."f_reported",
                                    "t18"."f_produced",
                                    "t18"."f_in_time",
                                    "t18"."f_due",
                                    "t18"."f_other_in_time",
                                    "t18"."f_other_due",
                                    "t18"."f_loaded",
                                    "t18"."f_supplied",
                                    "t18"."f_items_given",
                                    "t18"."f_items_required",
                                    "t18"."f_items_accurate",
                                    "t18"."f_work_done",
                                    "t18"."f_work_planned",
                                    "t18"."worth",
                                    "t18"."doubted",
                                    "t18"."early",
                                    "t18"."worth" AS "favour",
                                    (
                                      "t18"."worth" < 0
                                    ) AND (
                                      "t18"."doubted" OR "t18"."early"
                                    ) AS "out",
                                    0 AS "event",
                                    CASE WHEN "t18"."number" IN (22, 23) THEN "t18"."worth" ELSE 0 END AS "rank"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "t14" AS "t15"
                                    WHERE
                                      "t15"."number" IN (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 18, 22, 23)
                                  ) AS "t18"
                                ) AS "t20"
                              ) AS "t24"
                            ) AS "t25"
                          ) AS "t27"
                        ) AS "t28"
                      ) AS "t30"
                    ) AS "t32"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t31"."question",
                        "t31"."slot",
                        "t31"."points"
                      FROM (
                        SELECT
                          "t29"."question",
                          "t29"."number",
                          "t29"."full",
                          "t29"."part",
                          "t29"."whole",
                          "t29"."sure_part",
                          "t29"."sure_whole",
                          "t29"."few",
                          "t29"."all_of_them",
                          "t29"."sure_ones",
                          "t29"."points",
                          CASE
                            WHEN "t29"."number" = 3
                            THEN 3
                            WHEN "t29"."number" = 4
                            THEN 4
                            WHEN "t29"."number" = 6
                            THEN 6
                            WHEN "t29"."number" = 9
                            THEN 9
                            WHEN "t29"."number" = 19
                            THEN 19
                            WHEN "t29"."number" = 20
                            THEN 20
                            ELSE -1
                          END AS "slot"
                        FROM (
                          SELECT
                            "t26"."question",
                            "t26"."number",
                            "t26"."full",
                            "t26"."part",
                            "t26"."whole",
                            "t26"."sure_part",
                            "t26"."sure_whole",
                            "t26"."few",
                            "t26"."all_of_them",
                            "t26"."sure_ones",
                            GREATEST("t26"."all_of_them", "t26"."sure_ones") AS "points"
                          FROM (
                            SELECT
                              "t23"."question",
                              "t23"."number",
                              "t23"."full",
                              "t23"."part",
                              "t23"."whole",
                              "t23"."sure_part",
                              "t23"."sure_whole",
                              "t23"."whole" < CASE
                                WHEN "t23"."number" IN (8, 21)
                                THEN 1
                                WHEN "t23"."number" IN (11, 13, 14, 15, 16, 17)
                                THEN 5
                                ELSE 1
                              END AS "few",
                              CASE
                                WHEN "t23"."whole" < CASE
                                  WHEN "t23"."number" IN (8, 21)
                                  THEN 1
                                  WHEN "t23"."number" IN (11, 13, 14, 15, 16, 17)
                                  THEN 5
                                  ELSE 1
                                END
                                THEN 0
                                WHEN (
                                  LEAST("t23"."part", "t23"."whole") * 1000
                                ) >= (
                                  CASE
                                    WHEN "t23"."number" IN (8, 11, 13, 14, 21)
                                    THEN 1000
                                    WHEN "t23"."number" IN (15, 16, 17)
                                    THEN 950
                                    ELSE 0
                                  END * "t23"."whole"
                                )
                                THEN "t23"."full"
                                ELSE DIVIDE("t23"."full" * LEAST("t23"."part", "t23"."whole"), GREATEST("t23"."whole", 1)) + CASE
                                  WHEN (
                                    (
                                      "t23"."full" * LEAST("t23"."part", "t23"."whole")
                                    ) % GREATEST("t23"."whole", 1)
                                  ) > 0
                                  THEN 1
                                  ELSE 0
                                END
                              END AS "all_of_them",
                              CASE
                                WHEN "t23"."sure_whole" < CASE
                                  WHEN "t23"."number" IN (8, 21)
                                  THEN 1
                                  WHEN "t23"."number" IN (11, 13, 14, 15, 16, 17)
                                  THEN 5
                                  ELSE 1
                                END
                                THEN 0
                                WHEN (
                                  LEAST("t23"."sure_part", "t23"."sure_whole") * 1000
                                ) >= (
                                  CASE
                                    WHEN "t23"."number" IN (8, 11, 13, 14, 21)
                                    THEN 1000
                                    WHEN "t23"."number" IN (15, 16, 17)
                                    THEN 950
                                    ELSE 0
                                  END * "t23"."sure_whole"
                                )
                                THEN "t23"."full"
                                ELSE DIVIDE(
                                  "t23"."full" * LEAST("t23"."sure_part", "t23"."sure_whole"),
                                  GREATEST("t23"."sure_whole", 1)
                                ) + CASE
                                  WHEN (
                                    (
                                      "t23"."full" * LEAST("t23"."sure_part", "t23"."sure_whole")
                                    ) % GREATEST("t23"."sure_whole", 1)
                                  ) > 0
                                  THEN 1
                                  ELSE 0
                                END
                              END AS "sure_ones"
                            FROM (
                              SELECT
                                "t19"."question",
                                "t19"."number",
                                MAX("t19"."full") AS "full",
                                SUM("t19"."part") AS "part",
                                SUM("t19"."whole") AS "whole",
                                SUM(CASE WHEN "t19"."weak" THEN 0 ELSE "t19"."part" END) AS "sure_part",
                                SUM(CASE WHEN "t19"."weak" THEN 0 ELSE "t19"."whole" END) AS "sure_whole"
                              FROM (
                                SELECT
                                  "t17"."question",
                                  "t17"."number",
                                  "t17"."record",
                                  "t17"."document",
                                  "t17"."happened",
                                  "t17"."ends",
                                  "t17"."leaves",
                                  "t17"."known",
                                  "t17"."f_tasks_done",
                                  "t17"."f_tasks_given",
                                  "t17"."f_reported",
                                  "t17"."f_produced",
                                  "t17"."f_in_time",
                                  "t17"."f_due",
                                  "t17"."f_other_in_time",
                                  "t17"."f_other_due",
                                  "t17"."f_loaded",
                                  "t17"."f_supplied",
                                  "t17"."f_items_given",
                                  "t17"."f_items_required",
                                  "t17"."f_items_accurate",
                                  "t17"."f_work_done",
                                  "t17"."f_work_planned",
                                  "t17"."worth",
                                  "t17"."doubted",
                                  "t17"."early",
                                  CASE
                                    WHEN "t17"."number" = 8
                                    THEN "t17"."f_tasks_done"
                                    WHEN "t17"."number" = 11
                                    THEN "t17"."f_reported"
                                    WHEN "t17"."number" = 13
                                    THEN "t17"."f_in_time"
                                    WHEN "t17"."number" = 14
                                    THEN "t17"."f_other_in_time"
                                    WHEN "t17"."number" = 15
                                    THEN "t17"."f_loaded"
                                    WHEN "t17"."number" = 16
                                    THEN "t17"."f_items_given"
                                    WHEN "t17"."number" = 17
                                    THEN "t17"."f_items_accurate"
                                    WHEN "t17"."number" = 21
                                    THEN "t17"."f_work_done"
                                    ELSE CAST(NULL AS BIGINT)
                                  END AS "part",
                                  CASE
                                    WHEN "t17"."number" = 8
                                    THEN "t17"."f_tasks_given"
                                    WHEN "t17"."number" = 11
                                    THEN "t17"."f_produced"
                                    WHEN "t17"."number" = 13
                                    THEN "t17"."f_due"
                                    WHEN "t17"."number" = 14
                                    THEN "t17"."f_other_due"
                                    WHEN "t17"."number" = 15
                                    THEN "t17"."f_supplied"
                                    WHEN "t17"."number" = 16
                                    THEN "t17"."f_items_required"
                                    WHEN "t17"."number" = 17
                                    THEN "t17"."f_items_given"
                                    WHEN "t17"."number" = 21
                                    THEN "t17"."f_work_planned"
                                    ELSE CAST(NULL AS BIGINT)
                                  END AS "whole",
                                  CASE
                                    WHEN "t17"."number" = 8
                                    THEN 12000
                                    WHEN "t17"."number" = 11
                                    THEN 8000
                                    WHEN "t17"."number" IN (13, 14, 16, 17)
                                    THEN 3000
                                    WHEN "t17"."number" IN (15, 21)
                                    THEN 6000
                                    ELSE CAST(NULL AS BIGINT)
                                  END AS "full",
                                  "t17"."doubted" OR "t17"."early" AS "weak"
                                FROM (
                                  SELECT
                                    *
                                  FROM "t14" AS "t15"
                                  WHERE
                                    "t15"."number" IN (8, 11, 13, 14, 15, 16, 17, 21)
                                ) AS "t17"
                              ) AS "t19"
                              GROUP BY
                                1,
                                2
                            ) AS "t23"
                          ) AS "t26"
                        ) AS "t29"
                      ) AS "t31"
                    ) AS "t33"
                  ) AS "t34"
                  GROUP BY
                    1,
                    2
                ) AS "t35"
              ) AS "t36"
            ) AS "t37"
            GROUP BY
              1
          ) AS "t39"
            ON "t4"."question" = "t39"."question"
        ) AS "t40"
      ) AS "t41"
    ) AS "t42"
  ) AS "t43"
) AS "t44"

-- contributions; fields: f_articles_used int64, f_campaign_held bool, f_cases int64, f_channel string, f_due int64, f_ground string, f_in_time int64, f_items_accurate int64, f_items_given int64, f_items_required int64, f_level string, f_lists_checked bool, f_loaded int64, f_meetings_missed int64, f_monthly_articles int64, f_offices_named bool, f_on_own_website bool, f_other_due int64, f_other_in_time int64, f_pledge_published bool, f_produced int64, f_reported int64, f_returned_by_day_10 bool, f_rules_issued bool, f_severity_marked bool, f_subjects_checked int64, f_supplied int64, f_tasks_done int64, f_tasks_given int64, f_work_done int64, f_work_planned int64
WITH "t15" AS (
  SELECT
    "t13"."subject",
    "t13"."record",
    "t13"."type",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."severity",
    "t13"."kind",
    "t13"."adverse",
    "t13"."known",
    "t13"."retracts",
    "t13"."superseded",
    "t13"."doubt_from",
    "t13"."doubt_until",
    "t13"."replaced",
    "t13"."f_monthly_articles",
    "t13"."f_articles_used",
    "t13"."f_subjects_checked",
    "t13"."f_meetings_missed",
    "t13"."f_tasks_done",
    "t13"."f_tasks_given",
    "t13"."f_cases",
    "t13"."f_channel",
    "t13"."f_reported",
    "t13"."f_produced",
    "t13"."f_in_time",
    "t13"."f_due",
    "t13"."f_other_in_time",
    "t13"."f_other_due",
    "t13"."f_loaded",
    "t13"."f_supplied",
    "t13"."f_items_given",
    "t13"."f_items_required",
    "t13"."f_items_accurate",
    "t13"."f_work_done",
    "t13"."f_work_planned",
    "t13"."f_level",
    "t13"."f_offices_named",
    "t13"."f_rules_issued",
    "t13"."f_campaign_held",
    "t13"."f_pledge_published",
    "t13"."f_severity_marked",
    "t13"."f_lists_checked",
    "t13"."f_returned_by_day_10",
    "t13"."f_on_own_website",
    "t13"."f_ground",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."opens_1",
    "t13"."number",
    CASE
      WHEN "t13"."number" IN (0, 1, 5, 12, 18, 19, 20)
      THEN 1000
      WHEN "t13"."number" = 2
      THEN 2000
      WHEN "t13"."number" = 3
      THEN CASE
        WHEN (
          "t13"."f_monthly_articles" >= -1000000000000
        )
        AND (
          "t13"."f_monthly_articles" <= 1000000000000
        )
        THEN "t13"."f_monthly_articles" * 500
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 4
      THEN CASE
        WHEN (
          "t13"."f_articles_used" >= -1000000000000
        )
        AND (
          "t13"."f_articles_used" <= 1000000000000
        )
        THEN "t13"."f_articles_used" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 6
      THEN CASE
        WHEN (
          "t13"."f_subjects_checked" >= -1000000000000
        )
        AND (
          "t13"."f_subjects_checked" <= 1000000000000
        )
        THEN "t13"."f_subjects_checked" * 30
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 7
      THEN CASE
        WHEN "t13"."f_meetings_missed" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_meetings_missed" = 0
        THEN 2000
        WHEN "t13"."f_meetings_missed" = 1
        THEN 1500
        WHEN "t13"."f_meetings_missed" = 2
        THEN 1000
        WHEN "t13"."f_meetings_missed" = 3
        THEN 500
        ELSE 0
      END
      WHEN "t13"."number" = 8
      THEN CASE
        WHEN (
          "t13"."f_tasks_done" >= 0
        )
        AND (
          "t13"."f_tasks_done" <= 1000000000000
        )
        AND (
          (
            "t13"."f_tasks_given" >= 0
          ) AND (
            "t13"."f_tasks_given" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 9
      THEN CASE
        WHEN (
          "t13"."f_cases" >= -1000000000000
        )
        AND (
          "t13"."f_cases" <= 1000000000000
        )
        THEN "t13"."f_cases" * 2000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 10
      THEN CASE
        WHEN "t13"."f_channel" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_channel" = 'database'
        THEN 2000
        WHEN "t13"."f_channel" = 'other'
        THEN 1000
        ELSE 0
      END
      WHEN "t13"."number" = 11
      THEN CASE
        WHEN (
          "t13"."f_reported" >= 0
        )
        AND (
          "t13"."f_reported" <= 1000000000000
        )
        AND (
          (
            "t13"."f_produced" >= 0
          ) AND (
            "t13"."f_produced" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 13
      THEN CASE
        WHEN (
          "t13"."f_in_time" >= 0
        )
        AND (
          "t13"."f_in_time" <= 1000000000000
        )
        AND (
          (
            "t13"."f_due" >= 0
          ) AND (
            "t13"."f_due" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 14
      THEN CASE
        WHEN (
          "t13"."f_other_in_time" >= 0
        )
        AND (
          "t13"."f_other_in_time" <= 1000000000000
        )
        AND (
          (
            "t13"."f_other_due" >= 0
          ) AND (
            "t13"."f_other_due" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 15
      THEN CASE
        WHEN (
          "t13"."f_loaded" >= 0
        )
        AND (
          "t13"."f_loaded" <= 1000000000000
        )
        AND (
          (
            "t13"."f_supplied" >= 0
          ) AND (
            "t13"."f_supplied" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 16
      THEN CASE
        WHEN (
          "t13"."f_items_given" >= 0
        )
        AND (
          "t13"."f_items_given" <= 1000000000000
        )
        AND (
          (
            "t13"."f_items_required" >= 0
          )
          AND (
            "t13"."f_items_required" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 17
      THEN CASE
        WHEN (
          "t13"."f_items_accurate" >= 0
        )
        AND (
          "t13"."f_items_accurate" <= 1000000000000
        )
        AND (
          (
            "t13"."f_items_given" >= 0
          ) AND (
            "t13"."f_items_given" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 21
      THEN CASE
        WHEN (
          "t13"."f_work_done" >= 0
        )
        AND (
          "t13"."f_work_done" <= 1000000000000
        )
        AND (
          (
            "t13"."f_work_planned" >= 0
          )
          AND (
            "t13"."f_work_planned" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 22
      THEN 6000
      WHEN "t13"."number" = 23
      THEN CASE
        WHEN "t13"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_level" = 'national'
        THEN 4000
        WHEN "t13"."f_level" = 'system'
        THEN 2000
        WHEN "t13"."f_level" = 'city'
        THEN 1000
        ELSE 0
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
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
    ) AS "doubted",
    (
      "t13"."public_since" IS NOT NULL
    )
    AND (
      "t13"."happened" < "t13"."public_since"
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
        "t4"."f_monthly_articles",
        "t4"."f_articles_used",
        "t4"."f_subjects_checked",
        "t4"."f_meetings_missed",
        "t4"."f_tasks_done",
        "t4"."f_tasks_given",
        "t4"."f_cases",
        "t4"."f_channel",
        "t4"."f_reported",
        "t4"."f_produced",
        "t4"."f_in_time",
        "t4"."f_due",
        "t4"."f_other_in_time",
        "t4"."f_other_due",
        "t4"."f_loaded",
        "t4"."f_supplied",
        "t4"."f_items_given",
        "t4"."f_items_required",
        "t4"."f_items_accurate",
        "t4"."f_work_done",
        "t4"."f_work_planned",
        "t4"."f_level",
        "t4"."f_offices_named",
        "t4"."f_rules_issued",
        "t4"."f_campaign_held",
        "t4"."f_pledge_published",
        "t4"."f_severity_marked",
        "t4"."f_lists_checked",
        "t4"."f_returned_by_day_10",
        "t4"."f_on_own_website",
        "t4"."f_ground",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t9"."opens_1",
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
      ) AS "t9"
        ON "t4"."subject" = "t9"."subject"
      INNER JOIN "factors" AS "t7"
        ON "t4"."type" = "t7"."type"
    ) AS "t11"
    WHERE
      "t11"."known" <= "t11"."known_at"
      AND (
        (
          "t11"."replaced" IS NULL
        ) OR (
          "t11"."known_at" < "t11"."replaced"
        )
      )
  ) AS "t13"
), "t19" AS (
  SELECT
    "t18"."question",
    "t18"."number",
    "t18"."record",
    "t18"."document",
    "t18"."happened",
    "t18"."ends",
    "t18"."leaves",
    "t18"."known",
    "t18"."f_tasks_done",
    "t18"."f_tasks_given",
    "t18"."f_reported",
    "t18"."f_produced",
    "t18"."f_in_time",
    "t18"."f_due",
    "t18"."f_other_in_time",
    "t18"."f_other_due",
    "t18"."f_loaded",
    "t18"."f_supplied",
    "t18"."f_items_given",
    "t18"."f_items_required",
    "t18"."f_items_accurate",
    "t18"."f_work_done",
    "t18"."f_work_planned",
    "t18"."worth",
    "t18"."doubted",
    "t18"."early"
  FROM (
    SELECT
      *
    FROM "t15" AS "t16"
    WHERE
      NOT (
        "t16"."retracts"
      )
      AND (
        (
          "t16"."superseded" IS NULL
        ) OR (
          "t16"."known_at" < "t16"."superseded"
        )
      )
      AND "t16"."happened" <= "t16"."as_of"
      AND (
        (
          "t16"."leaves" IS NULL
        ) OR (
          "t16"."as_of" < "t16"."leaves"
        )
      )
      AND (
        (
          "t16"."ends" IS NULL
        ) OR (
          "t16"."as_of" < "t16"."ends"
        )
      )
      AND CASE
        WHEN "t16"."number" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23)
        THEN "t16"."happened" > "t16"."opens_0"
        WHEN "t16"."number" IN (19, 20)
        THEN "t16"."happened" > "t16"."opens_1"
        ELSE TRUE
      END
      AND CASE
        WHEN "t16"."number" = 0
        THEN TRUE AND COALESCE("t16"."f_offices_named" = TRUE, FALSE)
        WHEN "t16"."number" = 1
        THEN TRUE AND COALESCE("t16"."f_rules_issued" = TRUE, FALSE)
        WHEN "t16"."number" = 2
        THEN TRUE AND COALESCE("t16"."f_campaign_held" = TRUE, FALSE)
        WHEN "t16"."number" = 5
        THEN TRUE AND COALESCE("t16"."f_pledge_published" = TRUE, FALSE)
        WHEN "t16"."number" = 12
        THEN TRUE AND COALESCE("t16"."f_severity_marked" = TRUE, FALSE)
        WHEN "t16"."number" = 18
        THEN TRUE AND COALESCE("t16"."f_lists_checked" = TRUE, FALSE)
        WHEN "t16"."number" = 19
        THEN TRUE AND COALESCE("t16"."f_returned_by_day_10" = TRUE, FALSE)
        WHEN "t16"."number" = 20
        THEN TRUE AND COALESCE("t16"."f_on_own_website" = TRUE, FALSE)
        WHEN "t16"."number" = 22
        THEN TRUE AND COALESCE("t16"."f_ground" = 'innovation', FALSE)
        WHEN "t16"."number" = 23
        THEN TRUE AND COALESCE("t16"."f_ground" = 'award', FALSE)
        ELSE TRUE
      END
      AND "t16"."worth" IS NOT NULL
  ) AS "t18"
), "t25" AS (
  SELECT
    "t22"."question",
    "t22"."number",
    "t22"."record",
    "t22"."document",
    "t22"."happened",
    "t22"."ends",
    "t22"."leaves",
    "t22"."known",
    "t22"."f_tasks_done",
    "t22"."f_tasks_given",
    "t22"."f_reported",
    "t22"."f_produced",
    "t22"."f_in_time",
    "t22"."f_due",
    "t22"."f_other_in_time",
    "t22"."f_other_due",
    "t22"."f_loaded",
    "t22"."f_supplied",
    "t22"."f_items_given",
    "t22"."f_items_required",
    "t22"."f_items_accurate",
    "t22"."f_work_done",
    "t22"."f_work_planned",
    "t22"."worth",
    "t22"."doubted",
    "t22"."early",
    CASE
      WHEN "t22"."number" = 8
      THEN "t22"."f_tasks_done"
      WHEN "t22"."number" = 11
      THEN "t22"."f_reported"
      WHEN "t22"."number" = 13
      THEN "t22"."f_in_time"
      WHEN "t22"."number" = 14
      THEN "t22"."f_other_in_time"
      WHEN "t22"."number" = 15
      THEN "t22"."f_loaded"
      WHEN "t22"."number" = 16
      THEN "t22"."f_items_given"
      WHEN "t22"."number" = 17
      THEN "t22"."f_items_accurate"
      WHEN "t22"."number" = 21
      THEN "t22"."f_work_done"
      ELSE CAST(NULL AS BIGINT)
    END AS "part",
    CASE
      WHEN "t22"."number" = 8
      THEN "t22"."f_tasks_given"
      WHEN "t22"."number" = 11
      THEN "t22"."f_produced"
      WHEN "t22"."number" = 13
      THEN "t22"."f_due"
      WHEN "t22"."number" = 14
      THEN "t22"."f_other_due"
      WHEN "t22"."number" = 15
      THEN "t22"."f_supplied"
      WHEN "t22"."number" = 16
      THEN "t22"."f_items_required"
      WHEN "t22"."number" = 17
      THEN "t22"."f_items_given"
      WHEN "t22"."number" = 21
      THEN "t22"."f_work_planned"
      ELSE CAST(NULL AS BIGINT)
    END AS "whole",
    CASE
      WHEN "t22"."number" = 8
      THEN 12000
      WHEN "t22"."number" = 11
      THEN 8000
      WHEN "t22"."number" IN (13, 14, 16, 17)
      THEN 3000
      WHEN "t22"."number" IN (15, 21)
      THEN 6000
      ELSE CAST(NULL AS BIGINT)
    END AS "full",
    "t22"."doubted" OR "t22"."early" AS "weak"
  FROM (
    SELECT
      *
    FROM "t19" AS "t20"
    WHERE
      "t20"."number" IN (8, 11, 13, 14, 15, 16, 17, 21)
  ) AS "t22"
), "t37" AS (
  SELECT
    *
  FROM (
    SELECT
      "t27"."question",
      "t27"."number",
      "t27"."record",
      "t27"."happened",
      "t27"."ends",
      "t27"."leaves",
      "t27"."points",
      "t27"."why"
    FROM (
      SELECT
        "t21"."question",
        "t21"."number",
        "t21"."record",
        "t21"."document",
        "t21"."happened",
        "t21"."ends",
        "t21"."leaves",
        "t21"."known",
        "t21"."f_tasks_done",
        "t21"."f_tasks_given",
        "t21"."f_reported",
        "t21"."f_produced",
        "t21"."f_in_time",
        "t21"."f_due",
        "t21"."f_other_in_time",
        "t21"."f_other_due",
        "t21"."f_loaded",
        "t21"."f_supplied",
        "t21"."f_items_given",
        "t21"."f_items_required",
        "t21"."f_items_accurate",
        "t21"."f_work_done",
        "t21"."f_work_planned",
        "t21"."worth",
        "t21"."doubted",
        "t21"."early",
        CASE
          WHEN (
            "t21"."worth" < 0
          ) AND (
            "t21"."doubted" OR "t21"."early"
          )
          THEN 0
          ELSE "t21"."worth"
        END AS "points",
        CASE
          WHEN (
            "t21"."worth" < 0
          ) AND (
            "t21"."doubted" OR "t21"."early"
          )
          THEN CASE WHEN "t21"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t19" AS "t20"
        WHERE
          "t20"."number" IN (19, 20)
      ) AS "t21"
    ) AS "t27"
  ) AS "t30"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t34"."question",
      "t34"."number",
      "t34"."record",
      "t34"."happened",
      "t34"."ends",
      "t34"."leaves",
      "t34"."points",
      "t34"."why"
    FROM (
      SELECT
        "t32"."question",
        "t32"."number",
        "t32"."record",
        "t32"."document",
        "t32"."happened",
        "t32"."ends",
        "t32"."leaves",
        "t32"."known",
        "t32"."f_tasks_done",
        "t32"."f_tasks_given",
        "t32"."f_reported",
        "t32"."f_produced",
        "t32"."f_in_time",
        "t32"."f_due",
        "t32"."f_other_in_time",
        "t32"."f_other_due",
        "t32"."f_loaded",
        "t32"."f_supplied",
        "t32"."f_items_given",
        "t32"."f_items_required",
        "t32"."f_items_accurate",
        "t32"."f_work_done",
        "t32"."f_work_planned",
        "t32"."worth",
        "t32"."doubted",
        "t32"."early",
        "t32"."favour",
        "t32"."out",
        "t32"."event",
        "t32"."rank",
        "t32"."place",
        "t32"."sure_before",
        "t32"."out_before",
        CASE
          WHEN NOT (
            "t32"."out"
          )
          AND (
            "t32"."place" = 0
          )
          AND (
            (
              "t32"."out_before" IS NULL
            ) OR (
              "t32"."out_before" <= "t32"."favour"
            )
          )
          THEN "t32"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t32"."out"
          )
          AND (
            "t32"."place" = 0
          )
          AND (
            (
              "t32"."out_before" IS NULL
            ) OR (
              "t32"."out_before" <= "t32"."favour"
            )
          )
          THEN ''
          WHEN "t32"."out" AND (
            COALESCE("t32"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t32"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE 'later_one'
        END AS "why"
      FROM (
        SELECT
          "t26"."question",
          "t26"."number",
          "t26"."record",
          "t26"."document",
          "t26"."happened",
          "t26"."ends",
          "t26"."leaves",
          "t26"."known",
          "t26"."f_tasks_done",
          "t26"."f_tasks_given",
          "t26"."f_reported",
          "t26"."f_produced",
          "t26"."f_in_time",
          "t26"."f_due",
          "t26"."f_other_in_time",
          "t26"."f_other_due",
          "t26"."f_loaded",
          "t26"."f_supplied",
          "t26"."f_items_given",
          "t26"."f_items_required",
          "t26"."f_items_accurate",
          "t26"."f_work_done",
          "t26"."f_work_planned",
          "t26"."worth",
          "t26"."doubted",
          "t26"."early",
          "t26"."favour",
          "t26"."out",
          "t26"."event",
          "t26"."rank",
          ROW_NUMBER() OVER (
            PARTITION BY "t26"."question", "t26"."number", "t26"."event", "t26"."out"
            ORDER BY "t26"."rank" DESC, "t26"."happened" DESC, "t26"."known" DESC, "t26"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place",
          SUM(CASE WHEN NOT (
            "t26"."out"
          ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY "t26"."question", "t26"."number", "t26"."event"
            ORDER BY "t26"."rank" DESC, "t26"."happened" DESC, "t26"."known" DESC, "t26"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "sure_before",
          MAX(CASE WHEN "t26"."out" THEN "t26"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
            PARTITION BY "t26"."question", "t26"."number", "t26"."event"
            ORDER BY "t26"."rank" DESC, "t26"."happened" DESC, "t26"."known" DESC, "t26"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "out_before"
        FROM (
          SELECT
            "t23"."question",
            "t23"."number",
            "t23"."record",
            "t23"."document",
            "t23"."happened",
            "t23"."ends",
            "t23"."leaves",
            "t23"."known",
            "t23"."f_tasks_done",
            "t23"."f_tasks_given",
            "t23"."f_reported",
            "t23"."f_produced",
            "t23"."f_in_time",
            "t23"."f_due",
            "t23"."f_other_in_time",
            "t23"."f_other_due",
            "t23"."f_loaded",
            "t23"."f_supplied",
            "t23"."f_items_given",
            "t23"."f_items_required",
            "t23"."f_items_accurate",
            "t23"."f_work_done",
            "t23"."f_work_planned",
            "t23"."worth",
            "t23"."doubted",
            "t23"."early",
            "t23"."worth" AS "favour",
            (
              "t23"."worth" < 0
            ) AND (
              "t23"."doubted" OR "t23"."early"
            ) AS "out",
            0 AS "event",
            CASE WHEN "t23"."number" IN (22, 23) THEN "t23"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t19" AS "t20"
            WHERE
              "t20"."number" IN (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 18, 22, 23)
          ) AS "t23"
        ) AS "t26"
      ) AS "t32"
    ) AS "t34"
  ) AS "t36"
), "t39" AS (
  SELECT
    "t35"."question",
    "t35"."number",
    "t35"."full",
    "t35"."part",
    "t35"."whole",
    "t35"."sure_part",
    "t35"."sure_whole",
    "t35"."few",
    "t35"."all_of_them",
    "t35"."sure_ones",
    GREATEST("t35"."all_of_them", "t35"."sure_ones") AS "points"
  FROM (
    SELECT
      "t31"."question",
      "t31"."number",
      "t31"."full",
      "t31"."part",
      "t31"."whole",
      "t31"."sure_part",
      "t31"."sure_whole",
      "t31"."whole" < CASE
        WHEN "t31"."number" IN (8, 21)
        THEN 1
        WHEN "t31"."number" IN (11, 13, 14, 15, 16, 17)
        THEN 5
        ELSE 1
      END AS "few",
      CASE
        WHEN "t31"."whole" < CASE
          WHEN "t31"."number" IN (8, 21)
          THEN 1
          WHEN "t31"."number" IN (11, 13, 14, 15, 16, 17)
          THEN 5
          ELSE 1
        END
        THEN 0
        WHEN (
          LEAST("t31"."part", "t31"."whole") * 1000
        ) >= (
          CASE
            WHEN "t31"."number" IN (8, 11, 13, 14, 21)
            THEN 1000
            WHEN "t31"."number" IN (15, 16, 17)
            THEN 950
            ELSE 0
          END * "t31"."whole"
        )
        THEN "t31"."full"
        ELSE DIVIDE("t31"."full" * LEAST("t31"."part", "t31"."whole"), GREATEST("t31"."whole", 1)) + CASE
          WHEN (
            (
              "t31"."full" * LEAST("t31"."part", "t31"."whole")
            ) % GREATEST("t31"."whole", 1)
          ) > 0
          THEN 1
          ELSE 0
        END
      END AS "all_of_them",
      CASE
        WHEN "t31"."sure_whole" < CASE
          WHEN "t31"."number" IN (8, 21)
          THEN 1
          WHEN "t31"."number" IN (11, 13, 14, 15, 16, 17)
          THEN 5
          ELSE 1
        END
        THEN 0
        WHEN (
          LEAST("t31"."sure_part", "t31"."sure_whole") * 1000
        ) >= (
          CASE
            WHEN "t31"."number" IN (8, 11, 13, 14, 21)
            THEN 1000
            WHEN "t31"."number" IN (15, 16, 17)
            THEN 950
            ELSE 0
          END * "t31"."sure_whole"
        )
        THEN "t31"."full"
        ELSE DIVIDE(
          "t31"."full" * LEAST("t31"."sure_part", "t31"."sure_whole"),
          GREATEST("t31"."sure_whole", 1)
        ) + CASE
          WHEN (
            (
              "t31"."full" * LEAST("t31"."sure_part", "t31"."sure_whole")
            ) % GREATEST("t31"."sure_whole", 1)
          ) > 0
          THEN 1
          ELSE 0
        END
      END AS "sure_ones"
    FROM (
      SELECT
        "t28"."question",
        "t28"."number",
        MAX("t28"."full") AS "full",
        SUM("t28"."part") AS "part",
        SUM("t28"."whole") AS "whole",
        SUM(CASE WHEN "t28"."weak" THEN 0 ELSE "t28"."part" END) AS "sure_part",
        SUM(CASE WHEN "t28"."weak" THEN 0 ELSE "t28"."whole" END) AS "sure_whole"
      FROM "t25" AS "t28"
      GROUP BY
        1,
        2
    ) AS "t31"
  ) AS "t35"
), "t55" AS (
  SELECT
    "t52"."question",
    "t52"."slot",
    "t52"."total",
    CASE
      WHEN "t52"."slot" = 3
      THEN GREATEST(LEAST("t52"."total", 6000), -(
        6000
      ))
      WHEN "t52"."slot" = 4
      THEN GREATEST(LEAST("t52"."total", 2000), -(
        2000
      ))
      WHEN "t52"."slot" = 6
      THEN GREATEST(LEAST("t52"."total", 3000), -(
        3000
      ))
      WHEN "t52"."slot" = 9
      THEN GREATEST(LEAST("t52"."total", 10000), -(
        10000
      ))
      WHEN "t52"."slot" IN (19, 20)
      THEN GREATEST(LEAST("t52"."total", 12000), -(
        12000
      ))
      ELSE "t52"."total"
    END AS "kept"
  FROM (
    SELECT
      "t50"."question",
      "t50"."slot",
      SUM("t50"."points") AS "total"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t45"."question",
          "t45"."slot",
          "t45"."points"
        FROM (
          SELECT
            "t38"."question",
            "t38"."number",
            "t38"."record",
            "t38"."happened",
            "t38"."ends",
            "t38"."leaves",
            "t38"."points",
            "t38"."why",
            CASE
              WHEN "t38"."number" = 3
              THEN 3
              WHEN "t38"."number" = 4
              THEN 4
              WHEN "t38"."number" = 6
              THEN 6
              WHEN "t38"."number" = 9
              THEN 9
              WHEN "t38"."number" = 19
              THEN 19
              WHEN "t38"."number" = 20
              THEN 20
              ELSE -1
            END AS "slot"
          FROM "t37" AS "t38"
        ) AS "t45"
      ) AS "t48"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t47"."question",
          "t47"."slot",
          "t47"."points"
        FROM (
          SELECT
            "t40"."question",
            "t40"."number",
            "t40"."full",
            "t40"."part",
            "t40"."whole",
            "t40"."sure_part",
            "t40"."sure_whole",
            "t40"."few",
            "t40"."all_of_them",
            "t40"."sure_ones",
            "t40"."points",
            CASE
              WHEN "t40"."number" = 3
              THEN 3
              WHEN "t40"."number" = 4
              THEN 4
              WHEN "t40"."number" = 6
              THEN 6
              WHEN "t40"."number" = 9
              THEN 9
              WHEN "t40"."number" = 19
              THEN 19
              WHEN "t40"."number" = 20
              THEN 20
              ELSE -1
            END AS "slot"
          FROM "t39" AS "t40"
        ) AS "t47"
      ) AS "t49"
    ) AS "t50"
    GROUP BY
      1,
      2
  ) AS "t52"
), "t65" AS (
  SELECT
    "t64"."question",
    "t64"."subject",
    "t64"."as_of",
    "t64"."known_at",
    0 AS "base",
    0 + COALESCE("t64"."earned", 0) AS "reached",
    GREATEST(0 + COALESCE("t64"."earned", 0), 0) AS "raised",
    LEAST(GREATEST(0 + COALESCE("t64"."earned", 0), 0), 110000) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t6"."opens_1",
      "t63"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t59"."question",
        SUM("t59"."points") AS "earned"
      FROM (
        SELECT
          "t57"."question",
          "t57"."slot",
          "t57"."total",
          "t57"."kept",
          "t57"."kept" AS "points"
        FROM "t55" AS "t57"
      ) AS "t59"
      GROUP BY
        1
    ) AS "t63"
      ON "t5"."question" = "t63"."question"
  ) AS "t64"
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
                COALESCE(
                  CASE
                    WHEN "t24"."number" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23)
                    THEN "t24"."happened" > "t24"."opens_0"
                    WHEN "t24"."number" IN (19, 20)
                    THEN "t24"."happened" > "t24"."opens_1"
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t24"."number" = 0
                    THEN TRUE AND COALESCE("t24"."f_offices_named" = TRUE, FALSE)
                    WHEN "t24"."number" = 1
                    THEN TRUE AND COALESCE("t24"."f_rules_issued" = TRUE, FALSE)
                    WHEN "t24"."number" = 2
                    THEN TRUE AND COALESCE("t24"."f_campaign_held" = TRUE, FALSE)
                    WHEN "t24"."number" = 5
                    THEN TRUE AND COALESCE("t24"."f_pledge_published" = TRUE, FALSE)
                    WHEN "t24"."number" = 12
                    THEN TRUE AND COALESCE("t24"."f_severity_marked" = TRUE, FALSE)
                    WHEN "t24"."number" = 18
                    THEN TRUE AND COALESCE("t24"."f_lists_checked" = TRUE, FALSE)
                    WHEN "t24"."number" = 19
                    THEN TRUE AND COALESCE("t24"."f_returned_by_day_10" = TRUE, FALSE)
                    WHEN "t24"."number" = 20
                    THEN TRUE AND COALESCE("t24"."f_on_own_website" = TRUE, FALSE)
                    WHEN "t24"."number" = 22
                    THEN TRUE AND COALESCE("t24"."f_ground" = 'innovation', FALSE)
                    WHEN "t24"."number" = 23
                    THEN TRUE AND COALESCE("t24"."f_ground" = 'award', FALSE)
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'condition'
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
            FROM "t15" AS "t16"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t16"."retracts"
                  )
                  AND (
                    (
                      "t16"."superseded" IS NULL
                    ) OR (
                      "t16"."known_at" < "t16"."superseded"
                    )
                  )
                  AND (
                    "t16"."happened" <= "t16"."as_of"
                  )
                  AND (
                    (
                      "t16"."leaves" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."leaves"
                    )
                  )
                  AND (
                    (
                      "t16"."ends" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."ends"
                    )
                  )
                  AND CASE
                    WHEN "t16"."number" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23)
                    THEN "t16"."happened" > "t16"."opens_0"
                    WHEN "t16"."number" IN (19, 20)
                    THEN "t16"."happened" > "t16"."opens_1"
                    ELSE TRUE
                  END
                  AND CASE
                    WHEN "t16"."number" = 0
                    THEN TRUE AND COALESCE("t16"."f_offices_named" = TRUE, FALSE)
                    WHEN "t16"."number" = 1
                    THEN TRUE AND COALESCE("t16"."f_rules_issued" = TRUE, FALSE)
                    WHEN "t16"."number" = 2
                    THEN TRUE AND COALESCE("t16"."f_campaign_held" = TRUE, FALSE)
                    WHEN "t16"."number" = 5
                    THEN TRUE AND COALESCE("t16"."f_pledge_published" = TRUE, FALSE)
                    WHEN "t16"."number" = 12
                    THEN TRUE AND COALESCE("t16"."f_severity_marked" = TRUE, FALSE)
                    WHEN "t16"."number" = 18
                    THEN TRUE AND COALESCE("t16"."f_lists_checked" = TRUE, FALSE)
                    WHEN "t16"."number" = 19
                    THEN TRUE AND COALESCE("t16"."f_returned_by_day_10" = TRUE, FALSE)
                    WHEN "t16"."number" = 20
                    THEN TRUE AND COALESCE("t16"."f_on_own_website" = TRUE, FALSE)
                    WHEN "t16"."number" = 22
                    THEN TRUE AND COALESCE("t16"."f_ground" = 'innovation', FALSE)
                    WHEN "t16"."number" = 23
                    THEN TRUE AND COALESCE("t16"."f_ground" = 'award', FALSE)
                    ELSE TRUE
                  END
                  AND (
                    "t16"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t24"
        ) AS "t33"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t38"."question",
            "t38"."number",
            'points' AS "step",
            "t38"."record",
            "t38"."happened",
            "t38"."ends",
            "t38"."leaves",
            "t38"."points",
            "t38"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t37" AS "t38"
        ) AS "t41"
      ) AS "t42"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t40"."question",
            "t40"."number",
            'points' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t40"."points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t39" AS "t40"
        ) AS "t43"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t53"."question",
            "t53"."number",
            'points' AS "step",
            "t53"."record",
            "t53"."happened",
            "t53"."ends",
            "t53"."leaves",
            "t53"."points",
            "t53"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              "t51"."question",
              "t51"."number",
              "t51"."record",
              "t51"."document",
              "t51"."happened",
              "t51"."ends",
              "t51"."leaves",
              "t51"."known",
              "t51"."f_tasks_done",
              "t51"."f_tasks_given",
              "t51"."f_reported",
              "t51"."f_produced",
              "t51"."f_in_time",
              "t51"."f_due",
              "t51"."f_other_in_time",
              "t51"."f_other_due",
              "t51"."f_loaded",
              "t51"."f_supplied",
              "t51"."f_items_given",
              "t51"."f_items_required",
              "t51"."f_items_accurate",
              "t51"."f_work_done",
              "t51"."f_work_planned",
              "t51"."worth",
              "t51"."doubted",
              "t51"."early",
              "t51"."part",
              "t51"."whole",
              "t51"."full",
              "t51"."weak",
              "t51"."few",
              0 AS "points",
              "t51"."all_of_them",
              CASE
                WHEN "t51"."few"
                THEN 'too_few'
                WHEN "t51"."weak" AND (
                  "t51"."points" <> "t51"."all_of_them"
                )
                THEN CASE WHEN "t51"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                ELSE ''
              END AS "why"
            FROM (
              SELECT
                "t29"."question",
                "t29"."number",
                "t29"."record",
                "t29"."document",
                "t29"."happened",
                "t29"."ends",
                "t29"."leaves",
                "t29"."known",
                "t29"."f_tasks_done",
                "t29"."f_tasks_given",
                "t29"."f_reported",
                "t29"."f_produced",
                "t29"."f_in_time",
                "t29"."f_due",
                "t29"."f_other_in_time",
                "t29"."f_other_due",
                "t29"."f_loaded",
                "t29"."f_supplied",
                "t29"."f_items_given",
                "t29"."f_items_required",
                "t29"."f_items_accurate",
                "t29"."f_work_done",
                "t29"."f_work_planned",
                "t29"."worth",
                "t29"."doubted",
                "t29"."early",
                "t29"."part",
                "t29"."whole",
                "t29"."full",
                "t29"."weak",
                "t46"."few",
                "t46"."points",
                "t46"."all_of_them"
              FROM "t25" AS "t29"
              INNER JOIN (
                SELECT
                  "t40"."question",
                  "t40"."number",
                  "t40"."few",
                  "t40"."points",
                  "t40"."all_of_them"
                FROM "t39" AS "t40"
              ) AS "t46"
                ON "t29"."question" = "t46"."question" AND "t29"."number" = "t46"."number"
            ) AS "t51"
          ) AS "t53"
        ) AS "t54"
      ) AS "t56"
    ) AS "t58"
    UNION ALL
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
            "t60"."question",
            "t60"."slot" AS "number",
            'total_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t60"."kept" - "t60"."total" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t55" AS "t57"
            WHERE
              "t57"."kept" <> "t57"."total"
          ) AS "t60"
        ) AS "t62"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t66"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t66"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t65" AS "t66"
        ) AS "t67"
      ) AS "t68"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t69"."question",
            CAST(NULL AS BIGINT) AS "number",
            'floor' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t69"."raised" - "t69"."reached" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t65" AS "t66"
            WHERE
              "t66"."raised" <> "t66"."reached"
          ) AS "t69"
        ) AS "t71"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t70"."question",
            CAST(NULL AS BIGINT) AS "number",
            'ceiling' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t70"."points" - "t70"."raised" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t65" AS "t66"
            WHERE
              "t66"."points" <> "t66"."raised"
          ) AS "t70"
        ) AS "t72"
      ) AS "t73"
    ) AS "t74"
  ) AS "t75"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t14"."record",
      "t14"."happened",
      "t14"."ends",
      "t14"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t14"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t14"."superseded" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."superseded"
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
            "t4"."f_monthly_articles",
            "t4"."f_articles_used",
            "t4"."f_subjects_checked",
            "t4"."f_meetings_missed",
            "t4"."f_tasks_done",
            "t4"."f_tasks_given",
            "t4"."f_cases",
            "t4"."f_channel",
            "t4"."f_reported",
            "t4"."f_produced",
            "t4"."f_in_time",
            "t4"."f_due",
            "t4"."f_other_in_time",
            "t4"."f_other_due",
            "t4"."f_loaded",
            "t4"."f_supplied",
            "t4"."f_items_given",
            "t4"."f_items_required",
            "t4"."f_items_accurate",
            "t4"."f_work_done",
            "t4"."f_work_planned",
            "t4"."f_level",
            "t4"."f_offices_named",
            "t4"."f_rules_issued",
            "t4"."f_campaign_held",
            "t4"."f_pledge_published",
            "t4"."f_severity_marked",
            "t4"."f_lists_checked",
            "t4"."f_returned_by_day_10",
            "t4"."f_on_own_website",
            "t4"."f_ground",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1"
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
          ) AS "t9"
            ON "t4"."subject" = "t9"."subject"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t12"
      WHERE
        NOT (
          "t12"."type" IN (
            'attendance_return',
            'credit_product_return',
            'data_supply_return',
            'department_award',
            'department_organisation_return',
            'department_publicity_return',
            'double_publicity_return',
            'double_publicity_year_return',
            'joint_case_return'
          )
        )
    ) AS "t14"
  ) AS "t17"
) AS "t76"
